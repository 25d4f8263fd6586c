"""Compares a file with the input of a call of AWS Batch's API, as botocore describes it.

    validate.py RegisterJobDefinition job-definition.json
"""

import json
import sys

import botocore.session
from botocore.validate import ParamValidator


def enum_faults(value, shape, path):
    """What ParamValidator leaves out: words that are not among those allowed."""
    if shape.type_name == "structure" and isinstance(value, dict):
        for name in value.keys() & shape.members.keys():
            yield from enum_faults(value[name], shape.members[name], f"{path}.{name}")
    elif shape.type_name == "list" and isinstance(value, list):
        for number, item in enumerate(value):
            yield from enum_faults(item, shape.member, f"{path}[{number}]")
    elif shape.type_name == "string" and shape.enum and value not in shape.enum:
        yield f"{path}: {value!r} is none of {', '.join(shape.enum)}"


def faults(call, value):
    model = botocore.session.get_session().get_service_model("batch")
    shape = model.operation_model(call).input_shape
    report = ParamValidator().validate(value, shape)
    if report.has_errors():
        yield report.generate_report()
    yield from enum_faults(value, shape, "")


def main():
    call, path = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        found = list(faults(call, json.load(file)))
    for fault in found:
        print(f"{path}: {fault}", file=sys.stderr)
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
