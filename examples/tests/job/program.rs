//! The program as AWS Batch starts it.

use std::process::{Child, Command, Output, Stdio};

use examples::s3server::S3Server;

/// The program, with no environment but what is given here and what sets the software device up.
pub(crate) struct Program {
    command: Command,
}

impl Program {
    pub(crate) fn new(server: &S3Server) -> Self {
        let (access_key, secret_key) = server.keys();
        let mut command = Command::new(env!("CARGO_BIN_EXE_s3-batch"));
        command
            .env_clear()
            .envs(std::env::vars().filter(|(name, _)| name.starts_with("NVSOFT_")))
            .env("AWS_ENDPOINT_URL", server.endpoint())
            .env("AWS_REGION", "us-east-1")
            .env("AWS_ACCESS_KEY_ID", access_key)
            .env("AWS_SECRET_ACCESS_KEY", secret_key)
            .env("S3_BATCH_DEVICE", "software")
            .env("S3_OUTPUT", "s3://clips/out/")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .arg("run");
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

    pub(crate) fn spawn(mut self) -> Child {
        self.command.spawn().unwrap()
    }

    pub(crate) fn output(mut self) -> Output {
        self.command.output().unwrap()
    }
}
