//! Embedded files are part of the program: it is compiled again when one of them changes.

fn main() {
    for folder in ["themes/standard", "src/cmd/starter", "content/calendar"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
