//! The program: reads the command line, runs one command and maps what came of it to an exit code.

use std::process::ExitCode;

mod cli;
mod cmd;
mod embedded;

use crate::cli::Asked;
use crate::cmd::Verdict;

fn main() -> ExitCode {
    match cli::read(std::env::args_os()) {
        Asked::Run(command) => match cmd::run(&command) {
            Ok(Verdict::Clean) => ExitCode::SUCCESS,
            Ok(Verdict::Faulty) => ExitCode::from(1),
            Err(failure) => {
                cmd::say(&failure.to_string());
                ExitCode::from(2)
            }
        },
        Asked::Print(words) => {
            cmd::print(&words);
            ExitCode::SUCCESS
        }
        Asked::Wrong(words) => {
            cmd::say(words.trim_end());
            ExitCode::from(2)
        }
    }
}
