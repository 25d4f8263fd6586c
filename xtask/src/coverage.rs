//! Which driver functions, capabilities and configuration fields no safe code reaches.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Structures that say what to encode and how; each of their fields is to be reached.
const STRUCTURES: [&str; 11] = [
    "NV_ENC_INITIALIZE_PARAMS",
    "NV_ENC_CONFIG",
    "NV_ENC_RC_PARAMS",
    "NV_ENC_CONFIG_H264",
    "NV_ENC_CONFIG_HEVC",
    "NV_ENC_CONFIG_H264_VUI_PARAMETERS",
    "NV_ENC_PIC_PARAMS",
    "NV_ENC_PIC_PARAMS_H264",
    "NV_ENC_PIC_PARAMS_HEVC",
    "NV_ENC_RECONFIGURE_PARAMS",
    "NV_ENC_LOCK_BITSTREAM",
];

const REASONS: &str = "xtask/coverage.txt";

/// Prints what is not reached, with the reasons.
pub(crate) fn print() -> Result<ExitCode, String> {
    let coverage = Coverage::take()?;
    for name in &coverage.unreached {
        let reason = coverage.reason(name).unwrap_or("NO REASON GIVEN");
        println!("{name}: {reason}");
    }
    coverage.check()
}

/// Fails when something is not reached and has no reason in the list.
pub(crate) fn check() -> Result<ExitCode, String> {
    Coverage::take()?.check()
}

struct Coverage {
    unreached: BTreeSet<String>,
    /// Name and reason.
    reasons: Vec<(String, String)>,
}

impl Coverage {
    fn take() -> Result<Self, String> {
        let bindings = read(&file("nvenc-sys/src/bindings.rs"))?;
        let safe = code(&[file("nvenc/src"), file("nvdec/src")])?;
        let mut names = functions(&bindings);
        names.extend(decoder_functions(&read(&file("nvenc-sys/src/load.rs"))?));
        names.extend(STRUCTURES.iter().flat_map(|name| fields(&bindings, name)));
        let mut unreached: BTreeSet<String> = names
            .into_iter()
            .filter(|name| !is_reached(&safe, name))
            .collect();
        unreached.extend(capabilities(&bindings, &read(&file("nvenc/src/caps.rs"))?));
        Ok(Self {
            unreached,
            reasons: reasons(&read(&file(REASONS))?)?,
        })
    }

    fn reason(&self, name: &str) -> Option<&str> {
        let found = self.reasons.iter().find(|(known, _)| known == name);
        found.map(|(_, reason)| reason.as_str())
    }

    fn check(&self) -> Result<ExitCode, String> {
        let open = self.unreached.iter();
        let open: Vec<&str> = open
            .filter(|name| self.reason(name).is_none())
            .map(String::as_str)
            .collect();
        if !open.is_empty() {
            return Err(format!(
                "no safe code reaches {}, and {REASONS} gives no reason",
                open.join(", ")
            ));
        }
        for (name, _) in &self.reasons {
            if !self.unreached.contains(name) {
                println!("{name} is reached, or is no more: its line in {REASONS} can go");
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// The encoder's table of functions.
fn functions(bindings: &str) -> Vec<String> {
    let table = body(bindings, "pub struct NV_ENCODE_API_FUNCTION_LIST {");
    let names = public(table).filter(|name| name.starts_with("nvEnc"));
    names.map(str::to_owned).collect()
}

/// What is looked up in the decoder's library, with the field that it is put into.
fn decoder_functions(load: &str) -> Vec<String> {
    let entries = load.lines().map(str::trim);
    let entries = entries.filter_map(|line| line.split_once(" = \"cuvid"));
    let name = |(field, rest): (&str, &str)| {
        let symbol = rest.split('"').next().unwrap_or(rest);
        format!("cuvid{symbol}.{field}")
    };
    entries.map(name).collect()
}

/// Fields of a structure, those of a single bit too; not the reserved ones.
fn fields(bindings: &str, structure: &str) -> Vec<String> {
    let plain = public(body(bindings, &format!("pub struct {structure} {{")));
    let methods = body(bindings, &format!("impl {structure} {{"));
    let bits = methods.split("pub fn set_").skip(1);
    let bits = bits.filter_map(|rest| rest.split('(').next());
    let bits = bits.filter(|name| !name.ends_with("_raw"));
    plain
        .chain(bits)
        .filter(|name| !name.starts_with("reserved") && !name.starts_with('_'))
        .filter(|name| *name != "version")
        .map(|name| format!("{structure}.{name}"))
        .collect()
}

/// The safe table has a name for each capability; those beyond its end.
fn capabilities(bindings: &str, caps: &str) -> Vec<String> {
    let named = caps
        .split_once("const NAMES: [&str; ")
        .and_then(|(_, rest)| rest.split(']').next()?.parse::<u32>().ok());
    let named = named.unwrap_or(0);
    let all = bindings.split("pub const NV_ENC_CAPS_").skip(1);
    let number = |rest: &str| {
        let (name, rest) = rest.split_once(": NV_ENC_CAPS = NV_ENC_CAPS(")?;
        let number: u32 = rest.split(')').next()?.parse().ok()?;
        Some((format!("NV_ENC_CAPS_{name}"), number))
    };
    all.filter_map(|rest| number(&squeezed(rest)))
        .filter(|(name, number)| *number >= named && !name.ends_with("EXPOSED_COUNT"))
        .map(|(name, _)| name)
        .collect()
}

/// The beginning, with rustfmt's line breaks taken out.
fn squeezed(text: &str) -> String {
    let start: Vec<&str> = text.split_whitespace().take(8).collect();
    start.join(" ")
}

/// From `opening` to the brace that closes it at the line's start.
fn body<'a>(text: &'a str, opening: &str) -> &'a str {
    let rest = text.split_once(opening).map_or("", |(_, rest)| rest);
    rest.split("\n}").next().unwrap_or("")
}

fn public(body: &str) -> impl Iterator<Item = &str> {
    let fields = body.split("pub ").skip(1);
    fields.filter_map(|field| field.split_once(": ").map(|(name, _)| name))
}

/// A function by its name, a field by its own.
fn is_reached(safe: &BTreeSet<String>, name: &str) -> bool {
    let own = name.rsplit('.').next().unwrap_or(name);
    let setter = format!("set_{own}");
    safe.contains(own) || safe.contains(&setter)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
}

/// Every word of the code in these folders, without comments and texts.
fn code(folders: &[PathBuf]) -> Result<BTreeSet<String>, String> {
    let mut found = BTreeSet::new();
    let mut open = folders.to_vec();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let entries = fs::read_dir(&path).map_err(|error| format!("{path:?}: {error}"))?;
            open.extend(entries.filter_map(|entry| Some(entry.ok()?.path())));
        } else if path.extension().is_some_and(|it| it == "rs") {
            let text = read(&path)?;
            let lines = text.lines().map(str::trim_start);
            let lines = lines.filter(|line| !line.starts_with("//") && !line.starts_with("#["));
            found.extend(lines.flat_map(words).map(str::to_owned));
        }
    }
    Ok(found)
}

fn reasons(text: &str) -> Result<Vec<(String, String)>, String> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let lines = lines.filter(|line| !line.starts_with('#'));
    lines
        .map(|line| match line.split_once(": ") {
            Some((name, reason)) => Ok((name.to_owned(), reason.to_owned())),
            None => Err(format!("{REASONS}: no reason in `{line}`")),
        })
        .collect()
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_reached_or_has_its_reason() {
        check().unwrap();
    }

    #[test]
    fn fields_and_bits_are_found() {
        let bindings = "pub struct A {\n    pub one: u32,\n    pub reserved: [u32; 2],\n}\n\
                        impl A {\n    pub fn set_two(&mut self, val: u32) {\n    }\n}\n";
        assert_eq!(fields(bindings, "A"), ["A.one", "A.two"]);
        let safe = BTreeSet::from(["set_two".to_owned()]);
        assert!(is_reached(&safe, "A.two") && !is_reached(&safe, "A.one"));
    }

    #[test]
    fn capabilities_beyond_the_names_are_found() {
        let bindings = "pub const NV_ENC_CAPS_A: NV_ENC_CAPS = NV_ENC_CAPS(0);\n\
                        pub const NV_ENC_CAPS_B: NV_ENC_CAPS =\n    NV_ENC_CAPS(1);";
        let caps = "const NAMES: [&str; 1] = [";
        assert_eq!(capabilities(bindings, caps), ["NV_ENC_CAPS_B"]);
    }
}
