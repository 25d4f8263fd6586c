//! The program as AWS Batch starts it.

use std::process::{Child, Command, Output, Stdio};

use examples::s3server::S3Server;

use crate::support::s3_batch;

/// The program, with no environment but what is given here and what sets the software device up.
pub(crate) struct Program {
    command: Command,
}

impl Program {
    pub(crate) fn new(server: &S3Server) -> Self {
        let mut command = s3_batch(server);
        command.env("S3_OUTPUT", "s3://clips/out/").arg("run");
        Self { command }
    }

    pub(crate) fn input(mut self, key: &str) -> Self {
        self.command.env("S3_INPUT", format!("s3://clips/{key}"));
        self
    }

    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    pub(crate) fn args(mut self, args: &[&str]) -> Self {
        self.command.args(args);
        self
    }

    /// The same, and a terminal that is closed does not matter to it.
    pub(crate) fn nohup(self) -> Self {
        self.by(&["nohup"])
    }

    /// The same, and a terminal that is closed ends it, even if these tests go on.
    pub(crate) fn hup(self) -> Self {
        self.by(&["env", "--default-signal=HUP"])
    }

    fn by(self, starter: &[&str]) -> Self {
        let mut command = Command::new(starter[0]);
        command.args(&starter[1..]).arg(self.command.get_program());
        command.args(self.command.get_args()).env_clear();
        let set = self.command.get_envs();
        command.envs(set.filter_map(|(name, value)| Some((name, value?))));
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        Self { command }
    }

    pub(crate) fn spawn(mut self) -> Child {
        self.command.spawn().unwrap()
    }

    pub(crate) fn output(mut self) -> Output {
        self.command.output().unwrap()
    }
}
