#!/usr/bin/env bash
# Debian's unmodified ffmpeg works on the software device: what it decodes there equals what its
# own decoders give, and what it encodes there has every frame, above 30 dB.
#
# Needs the packages ffmpeg and its libraries; run from anywhere in the workspace.
set -euo pipefail
cd "$(dirname "$0")/../.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
passed=0

soft() { cargo xtask soft -- "$@"; }

# The MD5 of each frame: framesums FORMAT INPUT_OPTIONS...
framesums() {
    local format=$1
    shift
    "${run[@]}" ffmpeg -v error -nostdin "$@" -vsync 0 -pix_fmt "$format" -f framemd5 - |
        awk '!/^#/ { print $NF }'
}

decodes_like_ffmpeg() { # decoder, clip, pixel format
    run=(env)
    framesums "$3" -i "$2" > "$scratch/expected"
    run=(soft)
    framesums "$3" -c:v "$1" -i "$2" > "$scratch/actual"
    [ -s "$scratch/expected" ] || { echo "$2: ffmpeg's own decoder gave nothing"; exit 1; }
    diff "$scratch/expected" "$scratch/actual" > /dev/null ||
        { echo "FAILED $1 on $2: frames differ"; exit 1; }
    echo "$1 on $(basename "$2"): $(wc -l < "$scratch/actual") frames equal"
    passed=$((passed + 1))
}

encodes_well() { # encoder, file name, encoder options...
    local encoder=$1 output=$scratch/$2
    shift 2
    local source=(-f lavfi -i "testsrc2=size=640x360:rate=25:duration=2")
    soft ffmpeg -v error -nostdin -y "${source[@]}" "$@" -c:v "$encoder" "$output"
    ffmpeg -v info -nostdin -i "$output" "${source[@]}" \
        -lavfi "[0:v]format=yuv420p[a];[1:v]format=yuv420p[b];[a][b]psnr" -f null - 2> "$scratch/log"
    local frames psnr
    frames=$(ffprobe -v error -count_frames -show_entries stream=nb_read_frames -of csv=p=0 "$output")
    psnr=$(grep -o 'average:[0-9.inf]*' "$scratch/log" | tail -n 1 | cut -d: -f2)
    [ "$frames" = 50 ] || { echo "FAILED $encoder $*: $frames frames of 50"; exit 1; }
    awk -v psnr="$psnr" 'BEGIN { exit !(psnr == "inf" || psnr > 30) }' ||
        { echo "FAILED $encoder $*: $psnr dB"; exit 1; }
    echo "$encoder $*: 50 frames, $psnr dB"
    passed=$((passed + 1))
}

clips=nvdec/tests/clips
for clip in "$clips"/*.h264; do
    # ffmpeg does not make up for where NVDEC begins: here it shows what lies beside the window.
    case $clip in *-window.*) continue ;; esac
    decodes_like_ffmpeg h264_cuvid "$clip" nv12
done
decodes_like_ffmpeg hevc_cuvid "$clips/hevc-b-pyramid-cropped.hevc" nv12
decodes_like_ffmpeg hevc_cuvid "$clips/hevc-main10.hevc" p016le
decodes_like_ffmpeg vp9_cuvid "$clips/vp9-hidden.ivf" nv12
decodes_like_ffmpeg vp9_cuvid "$clips/vp9-10bit.ivf" p016le

encodes_well hevc_nvenc a.hevc
encodes_well hevc_nvenc b.hevc -preset p7 -rc constqp -qp 24 -g 10
encodes_well h264_nvenc a.h264
encodes_well h264_nvenc b.h264 -bf 2 -b:v 3M
NVSOFT_ENCODER=builtin encodes_well hevc_nvenc c.hevc
NVSOFT_ENCODER=builtin encodes_well h264_nvenc c.h264

echo "$passed passed, 0 failed"
