#!/bin/bash
# Makes the clips of this folder again, and what they decode to, with Debian 12's ffmpeg 5.1.
# `make.sh NAME...` makes only those.
set -e
cd "$(dirname "$0")"
only=("$@")
wanted() {
    test ${#only[@]} = 0 && return
    for name in "${only[@]}"; do test "$name" = "$1" && return; done
    return 1
}

# pattern FILE SIZE SECONDS OPTIONS...
pattern() {
    wanted "$1" || return 0
    ffmpeg -v error -y -f lavfi -i testsrc2=s=$2:r=25:d=$3 "${@:4}" -bitexact $1
}
# flat FILE SIZE FRAMES OPTIONS...: one colour a frame, so that a large picture is a small file
flat() {
    wanted "$1" || return 0
    ffmpeg -v error -y -f lavfi -i "color=teal:s=$2:r=25,hue=h=n*90" -frames:v $3 \
        "${@:4}" -bitexact $1
}
# vc1 FILE SIZE
vc1() {
    wanted "$1" || return 0
    ./vc1.py $2 > $1
}
# window FILE OF FILTER: the same pictures, of which less is visible.
window() {
    wanted "$1" || return 0
    ffmpeg -v error -y -i $2 -c copy -bsf:v $3 -bitexact $1
}
# sums FILE FORMAT: the MD5 of each frame. The low bits of 16 are zero, as NVDEC leaves them.
sums() {
    wanted "$1" || return 0
    case $2 in
    yuv444p16le:*)
        mask=${2#*:}
        filter="format=yuv444p16le,lutyuv=y=bitand(val\,$mask):u=bitand(val\,$mask):v=bitand(val\,$mask)" ;;
    *) filter=format=$2 ;;
    esac
    # `unaligned`, or ffmpeg would round where the visible part begins.
    ffmpeg -v error -flags unaligned -i $1 -vsync 0 -vf $filter -f framemd5 - | grep -v '^#' |
        awk '{print $NF}' > ${1%.*}.md5
}
# sums_422 FILE FORMAT BYTES: the same as NV16 or P216, to which ffmpeg 5.1 does not convert 4:2:2.
sums_422() {
    wanted "$1" || return 0
    ffmpeg -v error -i $1 -vsync 0 -pix_fmt $2 -f rawvideo - |
        ./semiplanar.py 192x160 $3 > ${1%.*}.md5
}
# means FILE: the mean of each block of 16x16 samples of each plane, for the codecs whose decoders
# may differ in the last bits.
means() {
    wanted "$1" || return 0
    ffmpeg -v error -i $1 -vsync 0 -vf "scale=iw/16:ih/16:flags=area:in_range=pc:out_range=pc" \
        -pix_fmt yuv420p -f rawvideo -y ${1%.*}.means
}

p8="-pix_fmt yuv420p" p10="-pix_fmt yuv420p10le" p12="-pix_fmt yuv420p12le"
x264="-c:v libx264 -crf 30" x265="-c:v libx265 -crf 30 -x265-params log-level=none"
vp9="-c:v libvpx-vp9 -crf 40 -b:v 0 -f ivf" av1="-c:v libaom-av1 -crf 45 -cpu-used 8 -f ivf"
interlaced="-flags +ilme+ildct"

# The software device has these.
pattern h264-b-frames.h264 320x192 1.2 $p8 $x264 \
    -x264-params bframes=3:b-pyramid=normal:keyint=15:aud=1:slices=1
pattern h264-slices-cropped.h264 322x182 0.8 $p8 $x264 -x264-params bframes=1:slices=4:keyint=10
# Without setfield ffmpeg has x264 change its mind, so that messages and order counts disagree.
pattern h264-interlaced.h264 320x192 0.8 $p8 -vf setfield=tff $x264 $interlaced \
    -x264-params tff=1:bframes=2:keyint=10
# Fields and frames in turn, which no encoder of Debian's makes.
wanted h264-paff.h264 && ./paff.py > h264-paff.h264
pattern h264-48x16.h264 48x16 0.4 $p8 $x264 -x264-params bframes=1:keyint=10
pattern h264-refs.h264 192x160 0.8 $p8 $x264 \
    -x264-params ref=8:bframes=5:b-pyramid=normal:weightp=2:keyint=20
flat h264-4096x4096.h264 4096x4096 2 $p8 $x264
pattern hevc-b-pyramid-cropped.hevc 322x182 1.2 $p8 $x265:bframes=4:b-pyramid=1:keyint=15
pattern hevc-uncropped.hevc 328x184 0.4 $p8 $x265:bframes=2:keyint=10
pattern hevc-main10.hevc 320x192 0.8 $p10 $x265:bframes=3:keyint=10
pattern hevc-144x144.hevc 144x144 0.4 $p8 $x265:bframes=2:keyint=10
flat hevc-8192x8192.hevc 8192x8192 2 $p8 $x265:rc-lookahead=0:bframes=0:frame-threads=1
if wanted vp9-hidden.ivf; then
    for pass in 1 2; do
        pattern vp9-hidden.ivf 320x180 1.6 $p8 -c:v libvpx-vp9 -b:v 200k -g 20 -auto-alt-ref 1 \
            -lag-in-frames 16 -pass $pass -f ivf
    done
    rm ffmpeg2pass-0.log
fi
pattern vp9-odd.ivf 336x192 0.8 $p8 -vf crop=321:181:exact=1 $vp9
pattern vp9-10bit.ivf 320x192 0.6 $p10 -profile:v 2 $vp9
pattern vp9-12bit.ivf 320x192 0.4 $p12 -profile:v 2 $vp9
pattern vp9-128x128.ivf 128x128 0.4 $p8 $vp9
# Only some GPUs have these.
pattern hevc-main12.hevc 320x192 0.4 $p12 $x265:bframes=3:keyint=10
pattern hevc-422.hevc 192x160 0.4 -pix_fmt yuv422p $x265:bframes=3:keyint=10
pattern hevc-422-10bit.hevc 192x160 0.4 -pix_fmt yuv422p10le $x265:bframes=3:keyint=10
pattern hevc-444.hevc 192x160 0.4 -pix_fmt yuv444p $x265:bframes=3:keyint=10
pattern hevc-444-10bit.hevc 192x160 0.4 -pix_fmt yuv444p10le $x265:bframes=3:keyint=10
pattern hevc-444-12bit.hevc 192x160 0.4 -pix_fmt yuv444p12le $x265:bframes=3:keyint=10
pattern mpeg1.m1v 192x160 0.8 $p8 -c:v mpeg1video -q:v 8 -bf 2
pattern mpeg2.m2v 192x160 0.8 $p8 -c:v mpeg2video -q:v 8 -bf 2
pattern mpeg2-interlaced.m2v 192x160 0.8 $p8 -c:v mpeg2video -q:v 8 -bf 2 $interlaced
pattern mpeg4.m4v 192x160 0.8 $p8 -c:v mpeg4 -q:v 8 -bf 2 -f m4v
pattern jpeg.mjpeg 192x160 0.2 -pix_fmt yuvj420p -c:v mjpeg -q:v 8
pattern vp8.ivf 192x160 0.8 $p8 -c:v libvpx -b:v 200k -auto-alt-ref 1 -lag-in-frames 12 -f ivf
pattern vp8-odd.ivf 192x160 0.4 $p8 -vf crop=177:145:exact=1 -c:v libvpx -b:v 200k -f ivf
pattern av1.ivf 192x160 0.8 $p8 $av1
pattern av1-10bit.ivf 192x160 0.4 $p10 $av1
vc1 vc1.vc1 96x64
vc1 vc1-cropped.vc1 90x58
# NVDEC itself begins at columns and rows that are multiples of 4 only.
window h264-window.h264 h264-refs.h264 \
    h264_metadata=crop_left=2:crop_right=4:crop_top=2:crop_bottom=6
window hevc-window.hevc hevc-144x144.hevc \
    hevc_metadata=crop_left=6:crop_right=2:crop_top=0:crop_bottom=4
window hevc-main12-window.hevc hevc-main12.hevc \
    hevc_metadata=crop_left=0:crop_right=2:crop_top=10:crop_bottom=2
window hevc-444-window.hevc hevc-444.hevc \
    hevc_metadata=crop_left=3:crop_right=2:crop_top=1:crop_bottom=0

for clip in *.h264 *.hevc *.ivf *.vc1; do
    case $clip in
    hevc-422-10bit*) sums_422 $clip yuv422p10le 2 ;;
    hevc-422*) sums_422 $clip yuv422p 1 ;;
    hevc-444-10bit*) sums $clip yuv444p16le:65472 ;;
    hevc-444-12bit*) sums $clip yuv444p16le:65520 ;;
    hevc-444*) sums $clip yuv444p ;;
    *10* | *12bit* | *main12*) sums $clip p016le ;;
    *) sums $clip nv12 ;;
    esac
done
for clip in *.m1v *.m2v *.m4v *.mjpeg; do means $clip; done
