//! Handing the jobs over to AWS Batch: by itself, or as command lines for the AWS CLI.

use serde::Deserialize;
use serde_json::{Value, json};

use super::Plan;
use crate::error::{Error, Result};
use crate::list::List;
use crate::log;
use crate::store::{Location, Store};

/// How often the jobs of a list are tried.
const TRIES: u32 = 5;

/// Names of jobs end here.
const LONGEST_NAME: usize = 100;

/// To whom, and under which name.
#[derive(Clone, Debug)]
#[allow(clippy::exhaustive_structs)] // it is the whole of what is submitted
pub struct Submission {
    /// The queue of the segments.
    pub queue: String,
    /// The job definition of the segments.
    pub definition: String,
    /// The queue of the last job; it needs no GPU.
    pub concat_queue: String,
    /// The job definition of the last job.
    pub concat_definition: String,
}

/// The jobs that AWS Batch was given.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Jobs {
    /// The array of jobs that encode, or the one job.
    pub encoding: String,
    /// The job that waits for them: it puts the segments together, or reports on the videos.
    pub last: String,
}

/// Jobs that can be handed over: an array, or one job, and a last one that waits for it.
#[derive(Clone, Debug)]
pub struct Work {
    encoding: Value,
    last: Value,
}

impl Work {
    /// The jobs of a plan: each of its parts, and concat.
    ///
    /// # Errors
    /// The plan's names are none.
    pub fn of_plan(plan: &Plan, to: &Submission) -> Result<Self> {
        let (segments, concat) = (name(plan, "segments")?, name(plan, "concat")?);
        let mut encoding = to.encoding(&segments, command("segment", plan)?);
        set_size(&mut encoding, plan.parts.len());
        Ok(Self {
            encoding,
            last: to.last(&concat, command("concat", plan)?),
        })
    }

    /// The jobs of a list: each of its videos with these options, and the report.
    ///
    /// # Errors
    /// The list's names are none.
    pub fn of_list(list: &List, options: &[String], to: &Submission) -> Result<Self> {
        let (place, report) = (list.place()?.to_string(), list.report()?.to_string());
        let id = list.id.get(..8).unwrap_or(&list.id);
        let tries = TRIES.to_string();
        let run = ["run", "--list", &place, "--tries", &tries].map(str::to_owned);
        let run: Vec<_> = run.iter().chain(options).collect();
        let mut encoding = to.encoding(&format!("s3-batch-videos-{id}"), json!(run));
        // On its last try a job notes its failure and ends well, or there would be no report.
        encoding["retryStrategy"] = json!({"attempts": TRIES, "evaluateOnExit": [
            {"onStatusReason": "Host EC2*", "action": "RETRY"},
            {"onReason": "CannotPullContainerError:*", "action": "RETRY"},
            {"onExitCode": "75", "action": "RETRY"},
            {"onExitCode": "*", "action": "EXIT"},
        ]});
        set_size(&mut encoding, list.names.len());
        let command = json!(["report", "--list", place, "--report", report]);
        Ok(Self {
            encoding,
            last: to.last(&format!("s3-batch-report-{id}"), command),
        })
    }

    /// Submits them. The plan or the list must be written already.
    ///
    /// # Errors
    /// AWS Batch refused, or is out of reach.
    pub fn submit(&self, store: &Store) -> Result<Jobs> {
        let encoding = send(store, &self.encoding)?;
        let last = self.last_after(&encoding);
        let sent = send(store, &last).inspect_err(|_| {
            let line = command_line(&last);
            log::error(&format!(
                "job {encoding} was submitted, and none that waits for it: submit that by\n{line}"
            ));
        });
        Ok(Jobs {
            last: sent?,
            encoding,
        })
    }

    /// The same as command lines for a shell.
    pub fn command_lines(&self) -> String {
        let encoding = command_line(&self.encoding);
        let last = command_line(&self.last_after("$encoding"));
        format!("encoding=$({encoding} --query jobId --output text) &&\n{last}\n")
    }

    fn last_after(&self, encoding: &str) -> Value {
        let mut last = self.last.clone();
        last["dependsOn"] = json!([{"jobId": encoding}]);
        last
    }
}

impl Submission {
    fn encoding(&self, name: &str, command: Value) -> Value {
        job(name, &self.queue, &self.definition, command)
    }

    fn last(&self, name: &str, command: Value) -> Value {
        job(name, &self.concat_queue, &self.concat_definition, command)
    }
}

/// An array of one is refused.
fn set_size(job: &mut Value, size: usize) {
    if size > 1 {
        job["arrayProperties"] = json!({"size": size});
    }
}

fn command(what: &str, plan: &Plan) -> Result<Value> {
    let place = plan.place()?.to_string();
    let words = [
        what,
        "--plan",
        &place,
        "--output",
        &plan.output,
        "--id",
        &plan.id,
    ];
    Ok(json!(words))
}

fn job(name: &str, queue: &str, definition: &str, command: Value) -> Value {
    json!({
        "jobName": name,
        "jobQueue": queue,
        "jobDefinition": definition,
        "containerOverrides": {"command": command},
    })
}

/// Batch takes letters, digits, - and _.
fn name(plan: &Plan, what: &str) -> Result<String> {
    let output: Location = plan.output.parse()?;
    let usual = |c: char| match c.is_ascii_alphanumeric() || c == '_' {
        true => c,
        false => '-',
    };
    let name: String = output
        .name()
        .chars()
        .map(usual)
        .take(LONGEST_NAME)
        .collect();
    let name = name.trim_start_matches(['-', '_']);
    let (name, id) = (if name.is_empty() { "job" } else { name }, &plan.id);
    Ok(format!("{name}-{what}-{}", id.get(..8).unwrap_or(id)))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Submitted {
    job_id: String,
}

fn send(store: &Store, job: &Value) -> Result<String> {
    let answer = store.call("batch", "/v1/submitjob", job.to_string())?;
    let submitted: Submitted = serde_json::from_slice(&answer)
        .map_err(|error| Error::WrongResult(format!("what AWS Batch answered: {error}")))?;
    Ok(submitted.job_id)
}

fn command_line(job: &Value) -> String {
    let mut line = "aws batch submit-job".to_owned();
    let options = [
        ("jobName", "--job-name"),
        ("jobQueue", "--job-queue"),
        ("jobDefinition", "--job-definition"),
        ("arrayProperties", "--array-properties"),
        ("containerOverrides", "--container-overrides"),
        ("retryStrategy", "--retry-strategy"),
    ];
    for (member, option) in options {
        match &job[member] {
            Value::Null => {}
            Value::String(text) => line += &format!(" {option} {}", quoted(text)),
            value => line += &format!(" {option} {}", quoted(&value.to_string())),
        }
    }
    // A variable of the shell, which quotes would hide.
    if let Some(id) = job["dependsOn"][0]["jobId"].as_str() {
        line += &format!(" --depends-on jobId=\"{id}\"");
    }
    line
}

/// For a shell, as it is.
fn quoted(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=,".contains(c);
    match !text.is_empty() && text.chars().all(plain) {
        true => text.to_owned(),
        false => format!("'{}'", text.replace('\'', "'\\''")),
    }
}

#[cfg(test)]
mod tests {
    use crate::job::Part;

    use super::*;

    fn plan(parts: usize) -> Plan {
        Plan {
            id: "0123456789abcdef".to_owned(),
            work: "abcdef0123456789".to_owned(),
            input: "s3://in/a.mp4".to_owned(),
            input_version: String::new(),
            input_bytes: 0,
            output: "s3://out/it's a film.mp4".to_owned(),
            codec: "hevc".to_owned(),
            options: Vec::new(),
            time_base: [1, 1],
            frame_rate: [1, 1],
            has_index: true,
            parts: vec![Part::default(); parts],
        }
    }

    fn to() -> Submission {
        Submission {
            queue: "gpus".to_owned(),
            definition: "s3-batch".to_owned(),
            concat_queue: "cpus".to_owned(),
            concat_definition: "s3-batch-concat:3".to_owned(),
        }
    }

    #[test]
    fn one_part_is_no_array() {
        let encoding = |parts| Work::of_plan(&plan(parts), &to()).unwrap().encoding;
        assert_eq!(encoding(1)["arrayProperties"], Value::Null);
        let array = encoding(2);
        assert_eq!(array["arrayProperties"]["size"], 2);
        assert_eq!(array["jobName"], "it-s-a-film-mp4-segments-01234567");
    }

    /// A shell must make of the lines what was meant.
    #[test]
    fn command_lines_are_safe_in_a_shell() {
        let lines = Work::of_plan(&plan(3), &to()).unwrap().command_lines();
        let script = format!("aws() {{ for word; do echo \"<$word>\"; done; }}\n{lines}");
        let mut shell = std::process::Command::new("sh");
        let said = shell.args(["-c", &script]).output().unwrap();
        assert!(said.status.success() && said.stderr.is_empty(), "{said:?}");
        let said = String::from_utf8(said.stdout).unwrap();
        assert!(said.contains("<s3-batch-concat:3>"), "{said}");
        assert!(
            said.contains(r#""--output","s3://out/it's a film.mp4","--id","0123"#),
            "{said}"
        );
        assert!(said.contains("<jobId=<batch>\n"), "{said}");
    }
}
