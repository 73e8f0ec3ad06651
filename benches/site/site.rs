//! The site of the benchmark: settings, wards and words of the project's own content, and made manuscripts in place of its documents.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use kairan::model::field::Field;

use crate::manuscripts::{Manuscript, Ward, manuscripts};

/// Everything needed to write the site, in memory.
pub struct Site {
    pub wards: Vec<Ward>,
    pub manuscripts: Vec<Manuscript>,
    /// Files taken over as they are, by path.
    files: Vec<(PathBuf, Vec<u8>)>,
}

impl Site {
    pub fn make(number: usize) -> io::Result<Self> {
        let project = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut files = Vec::new();
        let mut wards = Vec::new();
        for path in [
            "content/site.yaml",
            "content/words.yaml",
            "content/calendar/holidays.csv",
        ] {
            files.push((path.into(), fs::read(project.join(path))?));
        }
        for entry in fs::read_dir(project.join("content/wards"))? {
            let id = entry?.file_name().to_string_lossy().into_owned();
            let path = PathBuf::from(format!("content/wards/{id}/ward.yaml"));
            let bytes = fs::read(project.join(&path))?;
            let name = value(&String::from_utf8_lossy(&bytes), "name: ");
            files.push((path, bytes));
            wards.push(Ward { id, name });
        }
        wards.sort_by(|a, b| a.id.cmp(&b.id));
        let theme = project.join("themes");
        if theme.is_dir() {
            gather(project, &theme, &mut files)?;
        }
        let topics = topics(&fs::read_to_string(project.join("content/site.yaml"))?);
        let manuscripts = manuscripts(number, &wards, &topics);
        Ok(Self {
            wards,
            manuscripts,
            files,
        })
    }

    /// Has a flyer made of every manuscript that can have one.
    pub fn want_flyers(&mut self) {
        for manuscript in &mut self.manuscripts {
            manuscript
                .fields
                .retain(|(field, _)| *field != Field::Flyer);
        }
    }

    pub fn write(&self, root: &Path) -> io::Result<()> {
        for (path, bytes) in &self.files {
            put(&root.join(path), bytes)?;
        }
        for manuscript in &self.manuscripts {
            put(
                &root.join(self.path(manuscript)),
                manuscript.text().as_bytes(),
            )?;
        }
        Ok(())
    }

    /// Adds a sentence to the text of the manuscript in the middle.
    pub fn edit(&self, root: &Path) -> io::Result<()> {
        let Some(manuscript) = self.manuscripts.get(self.manuscripts.len() / 2) else {
            return Ok(());
        };
        let text = format!(
            "{}\nこの文は、あとから書き加えたものです。\n",
            manuscript.text()
        );
        put(&root.join(self.path(manuscript)), text.as_bytes())
    }

    fn path(&self, manuscript: &Manuscript) -> PathBuf {
        let ward = &self.wards[manuscript.ward].id;
        let (kind, name) = (manuscript.kind.id, &manuscript.name);
        PathBuf::from(format!("content/wards/{ward}/{kind}/{name}.md"))
    }
}

/// Writes a file and the folders above it.
pub fn put(file: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, bytes)
}

fn gather(project: &Path, folder: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            gather(project, &path, files)?;
        } else {
            let relative = path.strip_prefix(project).unwrap_or(&path).to_path_buf();
            files.push((relative, fs::read(&path)?));
        }
    }
    Ok(())
}

/// What follows `key` on the first line that begins with it.
fn value(yaml: &str, key: &str) -> String {
    let found = yaml.lines().find_map(|line| line.strip_prefix(key));
    found.unwrap_or_default().to_owned()
}

/// The names below `topics:`; the project's own settings are written one key a line.
fn topics(yaml: &str) -> Vec<String> {
    yaml.lines()
        .skip_while(|line| *line != "topics:")
        .skip(1)
        .take_while(|line| line.starts_with(' '))
        .filter_map(|line| line.trim_start().strip_prefix("name: "))
        .map(str::to_owned)
        .collect()
}
