//! The `dateline` command: a thin door to the library.

fn main() -> std::process::ExitCode {
    dateline::cli::main()
}
