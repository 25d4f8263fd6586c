//! Options that the environment gives, as a job definition of AWS Batch has it.

use clap::builder::FalseyValueParser;
use clap::{Arg, ArgAction, Command};

/// Has each option without a variable of its own fall back to one: `--preset` to
/// `S3_BATCH_PRESET`.
pub(super) fn fall_back(command: Command) -> Command {
    command.mut_subcommands(|command| command.mut_args(with_variable))
}

fn with_variable(arg: Arg) -> Arg {
    let Some(name) = arg.get_long().filter(|_| arg.get_env().is_none()) else {
        return arg;
    };
    let variable = variable(name);
    let arg = arg.env(variable);
    match arg.get_action() {
        // 0, no and false leave it out.
        ArgAction::SetTrue => arg.value_parser(FalseyValueParser::new()),
        _ => arg,
    }
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
