//! Which test breaks which rule.

const BUFFERS: (&str, &str) = ("nvenc/buffers", include_str!("../nvenc/buffers.rs"));
const CONFIGURATION: (&str, &str) = (
    "nvenc/configuration",
    include_str!("../nvenc/configuration.rs"),
);
const CUDA: (&str, &str) = ("cuda", include_str!("../cuda.rs"));
const CAPS: (&str, &str) = ("cuvid/caps", include_str!("../cuvid/caps.rs"));
const DECODER: (&str, &str) = ("cuvid/decoder", include_str!("../cuvid/decoder.rs"));
const DEVICES: (&str, &str) = ("devices", include_str!("../devices.rs"));
const ENCODE: (&str, &str) = (
    "nvenc_encode/order",
    include_str!("../nvenc_encode/order.rs"),
);
const LEDGER: (&str, &str) = ("ledger", include_str!("../ledger.rs"));
const OPENING: (&str, &str) = ("nvenc/opening", include_str!("../nvenc/opening.rs"));
const PARSER: (&str, &str) = ("cuvid/errors", include_str!("../cuvid/errors.rs"));
const PROFILES: (&str, &str) = ("profiles", include_str!("../profiles.rs"));
const QUESTIONS: (&str, &str) = ("nvenc/questions", include_str!("../nvenc/questions.rs"));
const RESERVED: (&str, &str) = ("reserved", include_str!("../reserved.rs"));
const RESOURCES: (&str, &str) = ("nvenc/resources", include_str!("../nvenc/resources.rs"));
const OTHERS: (&str, &str) = ("rules/others", include_str!("others.rs"));
const VERSIONS: (&str, &str) = ("nvenc_versions", include_str!("../nvenc_versions.rs"));

/// A rule, the file with the test that breaks it, and the test.
pub(super) type Rule = (&'static str, (&'static str, &'static str), &'static str);

/// The state machine.
pub(super) const STATES: [Rule; 35] = [
    (
        "a function list says a version",
        VERSIONS,
        "the_last_list_decides_for_the_whole_process",
    ),
    (
        "a session is of the last list's interface",
        VERSIONS,
        "the_last_list_decides_for_the_whole_process",
    ),
    (
        "a failed open leaves no handle",
        OPENING,
        "a_session_wants_a_living_cuda_context",
    ),
    (
        "a wrong word leaves the handle alone",
        OPENING,
        "a_wrong_version_leaves_the_handle_alone",
    ),
    (
        "questions come after the open",
        OPENING,
        "what_is_no_session_is_refused_everywhere",
    ),
    (
        "a preset's configuration says both versions",
        QUESTIONS,
        "presets_give_configurations_that_initialise",
    ),
    (
        "there is no private data",
        OTHERS,
        "there_is_no_private_data",
    ),
    (
        "buffers and resources come after the initialisation",
        OPENING,
        "nothing_works_before_initialisation",
    ),
    (
        "a session is initialised once",
        LEDGER,
        "calls_before_the_start_are_in_the_wrong_order",
    ),
    (
        "an input is registered, then mapped, then coded",
        RESOURCES,
        "resources_are_registered_mapped_and_undone_in_order",
    ),
    (
        "an input is unmapped after its output was locked",
        RESOURCES,
        "resources_are_registered_mapped_and_undone_in_order",
    ),
    (
        "a mapped resource is not unregistered",
        LEDGER,
        "a_resource_is_mapped_once_and_unmapped_before_it_goes",
    ),
    (
        "memory is not written while it is mapped",
        LEDGER,
        "memory_is_not_written_while_it_is_mapped",
    ),
    (
        "memory outlives its registration",
        LEDGER,
        "memory_is_not_freed_while_it_is_registered",
    ),
    (
        "a locked input is not coded",
        LEDGER,
        "a_locked_input_is_not_passed_on",
    ),
    (
        "a locked output is not coded into",
        LEDGER,
        "a_locked_output_is_not_passed_on",
    ),
    (
        "an output in use is not coded into",
        BUFFERS,
        "buffers_are_locked_and_unlocked_in_turn",
    ),
    (
        "locks end once, and before their buffers",
        BUFFERS,
        "buffers_are_locked_and_unlocked_in_turn",
    ),
    (
        "an end of stream has nothing else",
        OTHERS,
        "an_end_of_stream_has_nothing_else",
    ),
    (
        "an end of stream may come twice",
        OTHERS,
        "an_end_of_stream_has_nothing_else",
    ),
    (
        "an end of stream comes before the session's",
        LEDGER,
        "an_end_of_stream_comes_before_the_end_of_a_session",
    ),
    (
        "what a session made ends before it",
        LEDGER,
        "what_is_left_at_the_end_of_a_session_is_told",
    ),
    (
        "the context outlives the session",
        LEDGER,
        "a_context_outlives_its_sessions",
    ),
    (
        "sessions on Linux are synchronous",
        CONFIGURATION,
        "what_the_device_has_not_is_refused_with_its_name",
    ),
    ("there are no events", OTHERS, "there_are_no_events"),
    (
        "parameter sets need room",
        CONFIGURATION,
        "parameter_sets_are_there_before_the_first_picture",
    ),
    (
        "outputs come in the order of submission",
        ENCODE,
        "b_frames_come_in_coding_order_and_all_of_them",
    ),
    (
        "a group, its kind and the maximum size stay",
        OTHERS,
        "what_cannot_change_in_a_session_is_refused",
    ),
    (
        "an endless group is of single P-frames",
        OTHERS,
        "what_does_not_go_together_is_refused",
    ),
    (
        "an intra refresh wants an endless group, and is shorter than its period",
        OTHERS,
        "what_does_not_go_together_is_refused",
    ),
    (
        "weighted prediction goes without B-frames",
        OTHERS,
        "what_does_not_go_together_is_refused",
    ),
    (
        "parameter sets are asked for by who encodes",
        OTHERS,
        "parameter_sets_are_not_asked_for_while_another_thread_encodes",
    ),
    (
        "there are no statistics with CUDA",
        QUESTIONS,
        "what_is_not_there_says_so",
    ),
    (
        "inputs are CUdeviceptr only",
        OTHERS,
        "inputs_are_device_pointers_only",
    ),
    ("reserved fields are 0", LEDGER, "reserved_fields_are_0"),
];

/// Reserved fields one by one, and fields of later interfaces.
pub(super) const FIELDS: [Rule; 6] = [
    (
        "of a configuration",
        RESERVED,
        "reserved_fields_of_a_configuration_are_0",
    ),
    (
        "of its codec's own part",
        RESERVED,
        "reserved_fields_of_a_codecs_own_part_are_0",
    ),
    (
        "of a picture",
        RESERVED,
        "reserved_fields_of_a_picture_are_0",
    ),
    (
        "of a change, of a lock",
        RESERVED,
        "reserved_fields_of_a_change_and_of_a_lock_are_0",
    ),
    (
        "named after 8.1",
        RESERVED,
        "what_later_interfaces_named_is_0_for_a_client_of_8_1",
    ),
    (
        "of pictures and maps of the decoder",
        DECODER,
        "reserved_fields_of_pictures_and_maps_are_0",
    ),
];

/// Codes by their trigger.
pub(super) const CODES: [Rule; 17] = [
    ("2 UNSUPPORTED_DEVICE", PROFILES, "an_h100_has_no_encoder"),
    (
        "3 INVALID_ENCODERDEVICE",
        OPENING,
        "what_is_no_session_is_refused_everywhere",
    ),
    (
        "4 INVALID_DEVICE",
        OPENING,
        "a_session_wants_a_living_cuda_context",
    ),
    (
        "6 INVALID_PTR",
        OPENING,
        "null_pointers_and_wrong_words_are_told_apart",
    ),
    (
        "8 INVALID_PARAM, values",
        CONFIGURATION,
        "impossible_values_are_refused",
    ),
    (
        "8 INVALID_PARAM, nothing to lock",
        BUFFERS,
        "a_buffer_with_nothing_pending_cannot_be_locked",
    ),
    (
        "8 INVALID_PARAM, another session's",
        RESOURCES,
        "handles_of_another_session_are_refused",
    ),
    (
        "9 INVALID_CALL, the old open",
        OPENING,
        "the_old_open_is_there_and_refuses",
    ),
    (
        "10 OUT_OF_MEMORY, too many sessions",
        PROFILES,
        "a_geforce_has_three_sessions",
    ),
    (
        "11 ENCODER_NOT_INITIALIZED",
        OPENING,
        "nothing_works_before_initialisation",
    ),
    (
        "12 UNSUPPORTED_PARAM",
        CONFIGURATION,
        "what_the_device_has_not_is_refused_with_its_name",
    ),
    (
        "13 LOCK_BUSY",
        BUFFERS,
        "a_lock_that_does_not_wait_says_busy_until_it_is_ready",
    ),
    (
        "14 NOT_ENOUGH_BUFFER",
        CONFIGURATION,
        "parameter_sets_are_there_before_the_first_picture",
    ),
    (
        "15 INVALID_VERSION",
        PROFILES,
        "an_older_driver_speaks_8_1_only",
    ),
    (
        "16, 23, 24, 25 of resources",
        RESOURCES,
        "resources_are_registered_mapped_and_undone_in_order",
    ),
    (
        "17 NEED_MORE_INPUT",
        ENCODE,
        "b_frames_come_in_coding_order_and_all_of_them",
    ),
    ("22 UNIMPLEMENTED", QUESTIONS, "what_is_not_there_says_so"),
];

/// What stands around NVENC.
pub(super) const AROUND: [Rule; 10] = [
    (
        "CUDA is initialised first",
        CUDA,
        "work_before_init_is_refused",
    ),
    (
        "a context is current",
        CUDA,
        "work_without_a_context_is_refused",
    ),
    (
        "a context is used until its end",
        CUDA,
        "a_destroyed_context_is_refused",
    ),
    (
        "memory is used within its bounds and life",
        CUDA,
        "memory_ends_once_and_has_an_end",
    ),
    ("memory is one GPU's", DEVICES, "memory_is_one_devices"),
    (
        "a session takes its GPU's memory",
        DEVICES,
        "a_session_takes_its_devices_memory",
    ),
    (
        "the decoder's capabilities want a context",
        CAPS,
        "capabilities_need_a_context",
    ),
    (
        "so do map and unmap",
        DECODER,
        "a_picture_is_mapped_and_unmapped_in_the_decoders_context",
    ),
    (
        "no more maps than output surfaces",
        DECODER,
        "no_more_pictures_are_mapped_than_there_are_output_surfaces",
    ),
    (
        "the parser's codes",
        PARSER,
        "codecs_that_are_none_are_an_invalid_source",
    ),
];
