//! Options that the environment gives, as a job definition of AWS Batch has it.

use std::env;
use std::ffi::OsString;

use clap::builder::{FalseyValueParser, TypedValueParser as _};
use clap::{Arg, ArgAction, Args as _, Command};

use crate::job::Settings;

/// Has each option without a variable of its own fall back to one: `--preset` to
/// `S3_BATCH_PRESET`.
///
/// But for a job of a list: its settings are those that submit was given, as for a part's.
pub(super) fn fall_back(command: Command) -> Command {
    let settings = Settings::augment_args(Command::new("settings"));
    let is_listed = is_listed(env::args_os()) || env::var_os(variable("list")).is_some();
    let is_fixed = |arg: &Arg| {
        is_listed
            && settings
                .get_arguments()
                .any(|it| it.get_id() == arg.get_id())
    };
    command.mut_subcommands(|command| {
        command.mut_args(|arg| match is_fixed(&arg) {
            true => arg,
            false => with_variable(arg),
        })
    })
}

/// Before there is a command line to ask, for it depends on this.
fn is_listed(mut words: impl Iterator<Item = OsString>) -> bool {
    words.any(|word| word == "--list" || word.as_encoded_bytes().starts_with(b"--list="))
}

fn with_variable(arg: Arg) -> Arg {
    let Some(name) = arg.get_long().filter(|_| arg.get_env().is_none()) else {
        return arg;
    };
    let variable = variable(name);
    match arg.get_action() {
        // What is taken from a variable counts as given, for what conflicts with it.
        ArgAction::SetTrue if says_no(&variable) => arg,
        ArgAction::SetTrue => arg.env(variable).value_parser(FalseyValueParser::new()),
        _ => arg.env(variable),
    }
}

/// Whether it is there and would be read as false.
fn says_no(variable: &str) -> bool {
    let given = env::var_os(variable)
        .map(|value| FalseyValueParser::new().parse(&Command::default(), None, value));
    matches!(given, Some(Ok(false)))
}

fn variable(name: &str) -> String {
    format!("S3_BATCH_{}", name.to_ascii_uppercase().replace('-', "_"))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;
    use crate::cli::Cli;

    #[test]
    fn each_option_has_a_variable() {
        let command = fall_back(Cli::command());
        for command in command.get_subcommands() {
            for arg in command.get_arguments() {
                assert!(arg.get_env().is_some(), "{}: {arg}", command.get_name());
            }
        }
        assert_eq!(variable("segment-seconds"), "S3_BATCH_SEGMENT_SECONDS");
    }

    #[test]
    fn no_two_options_share_one() {
        for command in fall_back(Cli::command()).get_subcommands() {
            let all = command.get_arguments().filter_map(Arg::get_env);
            let mut all: Vec<_> = all.collect();
            let count = all.len();
            all.sort_unstable();
            all.dedup();
            assert_eq!(all.len(), count, "{}", command.get_name());
        }
    }
}
