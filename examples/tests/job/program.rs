//! The program as AWS Batch starts it.

use std::process::{Child, Command, Output};

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

    pub(crate) fn spawn(mut self) -> Child {
        self.command.spawn().unwrap()
    }

    pub(crate) fn output(mut self) -> Output {
        self.command.output().unwrap()
    }
}
