"""AWS on this machine, by moto; its Batch runs each job as a process, in place of a container.

    batch_server.py PROGRAM PORT

Jobs get what AWS Batch gives them: their command and environment, the number in the array, the
number of the attempt, and the credentials of their role. Attempts are evaluated by the job
definition's retryStrategy. What is submitted must be as the API's model and AWS' limits say, which
moto does not look at. The first attempt of the child LOSE_HOST_OF is killed, as when its Spot
instance is taken away.
"""

import fnmatch
import json
import os
import subprocess
import sys
import time
import traceback
from datetime import datetime

from moto.batch import models
from moto.batch.exceptions import ClientException
from moto.batch.responses import BatchResponse
from moto.core import DEFAULT_ACCOUNT_ID
from moto.core.utils import unix_time_millis
from moto.server import main
from moto.sts.models import sts_backends
from validate import faults

PROGRAM, PORT = sys.argv[1:]
ENDPOINT = f"http://127.0.0.1:{PORT}"
LOSE_HOST_OF = os.environ.get("LOSE_HOST_OF")
HOST_LOST = "Host EC2 (instance i-0123456789abcdef0) terminated."


taken_by_moto = BatchResponse.submitjob


def submit(response):
    asked = json.loads(response.body)
    found = list(faults("SubmitJob", asked))
    size = asked.get("arrayProperties", {}).get("size", 2)
    if not 2 <= size <= 10_000:
        found.append(f"an array of {size}")
    if found:
        raise ClientException("\n".join(found))
    return taken_by_moto(response)


def run(job):
    """Takes the place of moto's own way of running a job, on the job's thread."""
    try:
        succeeded = dependencies_succeed(job) and run_attempts(job)
    except Exception as error:
        traceback.print_exc()
        job.job_stopped_reason = repr(error)
        succeeded = False
    job._mark_stopped(success=succeeded)


def dependencies_succeed(job):
    job.status = "PENDING"
    needed = [job.all_jobs[one["jobId"]] for one in job.depends_on or []]
    while True:
        states = {state for one in needed for state in states_of(one)}
        if "FAILED" in states:
            job.job_stopped_reason = "Dependent Job failed"
            return False
        if states <= {"SUCCEEDED"}:
            return True
        time.sleep(0.05)


def states_of(job):
    """An array's are those of its children."""
    children = job._child_jobs or []
    return [child.status for child in children] or [job.status]


def run_attempts(job):
    strategy = job.job_definition.retry_strategy or {}
    attempts = int(strategy.get("attempts", 1))
    for attempt in range(1, attempts + 1):
        code, reason = run_attempt(job, attempt)
        if code == 0:
            return True
        if evaluate(strategy, code, reason) == "EXIT":
            break
    job.job_stopped_reason = reason
    return False


def run_attempt(job, attempt):
    job.status = "RUNNING"
    job.job_started_at = datetime.now()
    job._start_attempt()
    process = subprocess.Popen(
        [PROGRAM, *job._get_container_property("command", [])],
        env=environment(job, attempt),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    lost = attempt == 1 and LOSE_HOST_OF is not None and job.job_id.endswith(f":{LOSE_HOST_OF}")
    if lost:
        time.sleep(0.1)
        process.kill()
    said, _ = process.communicate(timeout=120)
    log(job, said)
    code = process.returncode if process.returncode >= 0 else 128 - process.returncode
    job.exit_code = code
    if job.latest_attempt is not None:
        job.latest_attempt["container"]["exitCode"] = code
    if code != 0:
        job.job_stopped_at = datetime.now()
        job._stop_attempt()
    return code, HOST_LOST if lost else "Essential container in task exited"


def environment(job, attempt):
    listed = job._get_container_property("environment", [])
    variables = {one["name"]: one["value"] for one in listed}
    variables |= {
        "AWS_BATCH_JOB_ID": job.job_id,
        "AWS_BATCH_JOB_ATTEMPT": str(attempt),
        "AWS_BATCH_JQ_NAME": job.job_queue.name,
        "AWS_ENDPOINT_URL": ENDPOINT,
        # There is no GPU in this machine.
        "S3_BATCH_DEVICE": "software",
    }
    if ":" in job.job_id:
        variables["AWS_BATCH_JOB_ARRAY_INDEX"] = job.job_id.rsplit(":", 1)[1]
    return variables | credentials(job.job_definition.container_properties["jobRoleArn"])


def credentials(role):
    service = sts_backends[DEFAULT_ACCOUNT_ID]["aws"]
    given = service.assume_role(
        region_name="us-east-1",
        role_session_name="job",
        role_arn=role,
        policy=None,
        duration=3600,
        external_id=None,
    )
    return {
        "AWS_ACCESS_KEY_ID": given.access_key_id,
        "AWS_SECRET_ACCESS_KEY": given.secret_access_key,
        "AWS_SESSION_TOKEN": given.session_token,
    }


def evaluate(strategy, code, status_reason):
    """The first rule that matches; without one a job is tried again. moto strips blanks."""
    for rule in strategy.get("evaluateOnExit", []):
        patterns = [
            (rule.get("onExitCode"), str(code)),
            (rule.get("onReason"), ""),
            (rule.get("onStatusReason"), status_reason),
        ]
        if all(matches(text, pattern) for pattern, text in patterns if pattern is not None):
            return rule["action"].upper()
    return "RETRY"


def matches(text, pattern):
    return fnmatch.fnmatch(text.replace(" ", ""), pattern.replace(" ", ""))


def log(job, said):
    job.log_stream_name = job._stream_name
    job._log_backend.ensure_log_group(job._log_group)
    job._log_backend.ensure_log_stream(job._log_group, job.log_stream_name)
    now = unix_time_millis(datetime.now())
    events = [{"timestamp": now, "message": line} for line in said.splitlines()]
    if events:
        job._log_backend.put_log_events(job._log_group, job.log_stream_name, events)


BatchResponse.submitjob = submit
models.Job.run = run
main(["--host", "127.0.0.1", "--port", PORT])
