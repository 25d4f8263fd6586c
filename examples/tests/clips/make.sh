#!/bin/sh
# Makes the clips of this folder again, with Debian 12's ffmpeg 5.1.
set -e
cd "$(dirname "$0")"
make() { ffmpeg -v error -y "$@"; }
exact="-pix_fmt yuv420p -fflags +bitexact -flags:v +bitexact"
source="-f lavfi -i testsrc2=size=320x192:rate=25:duration=1"
tone="-f lavfi -i sine=duration=1"
x264="$exact -c:v libx264 -qp 40 -bf 2 -g 12 -threads 1 -x264-params keyint=12:scenecut=0"
x265="$exact -c:v libx265 -threads 1 -x265-params log-level=none:qp=40:bframes=3:keyint=12:scenecut=0:info=0:pools=1:frame-threads=1"
vp9="$exact -c:v libvpx-vp9 -b:v 60k -lag-in-frames 16 -auto-alt-ref 1 -g 12 -threads 1"

make $source $vp9 vp9-altref.webm
make $source $vp9 -live 1 -f webm - > vp9-live.webm
make $source $vp9 vp9.mp4
make $source $tone $x264 -c:a libopus -b:a 16k -map 0:v -map 1:a h264-opus.mkv
make $source $tone $x264 -c:a aac -b:a 16k -map 0:v -map 1:a h264-aac.mp4
make $source $x264 -movflags frag_keyframe+empty_moov h264-fragments.mp4
make $source $x264:keyint=8:open-gop=1 h264-open-gop.mkv
make $source $x265 hevc.mkv
make $source $x265 -tag:v hvc1 -movflags +faststart hevc-faststart.mp4
make $source $x265 -pix_fmt yuv420p10le hevc-10bit.mp4
make -f lavfi -i testsrc=size=193x129:rate=25 $vp9 -frames:v 2 vp9-odd.webm
make -f lavfi -i color=size=8256x128:rate=25 $vp9 -frames:v 2 vp9-wide.webm
make $source $exact -c:v libaom-av1 -cpu-used 8 -crf 60 -frames:v 2 av1.webm
make $source $exact -c:v mpeg4 -q:v 31 -frames:v 2 mpeg4.mp4
for end in mkv mp4; do
    make -fflags +genpts -r 25 -f vc1 -i ../../../nvdec/tests/clips/vc1.vc1 -fflags +bitexact \
        -c copy -frames:v 1 vc1.$end
done
make $tone $exact -c:a libopus -b:a 16k -t 0.1 audio.webm
hdr10="colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc:hdr10=1:max-cll=1000,400"
display="master-display=G(13250,34500)B(7500,3000)R(34000,16000)WP(15635,16450)L(10000000,1)"
make $source $x265:$hdr10:$display -pix_fmt yuv420p10le -tag:v hvc1 hevc-hdr10.mp4
# Tracks of sound in many ways, beside pictures as small as they can be.
small="-f lavfi -i testsrc2=size=160x160:rate=25:duration=1"
music="-f lavfi -i sine=frequency=300:duration=1:sample_rate=48000"
six="-filter_complex [1:a]pan=5.1|FL=c0|FR=c0|FC=c0|LFE=c0|BL=c0|BR=c0[six]"
bits="-flags:a +bitexact"
make $small $music $x264 $bits -map 0:v -map 1:a -map 1:a -map 1:a -map 1:a \
    -c:a:0 aac -b:a:0 16k -c:a:1 ac3 -b:a:1 64k -c:a:2 eac3 -b:a:2 32k -c:a:3 flac \
    -metadata:s:a:0 language=eng -metadata:s:a:1 language=ger -metadata:s:a:2 language=fre \
    -disposition:a:0 0 -disposition:a:1 default -disposition:a:2 0 -disposition:a:3 0 tracks.mkv
make $small $music $x264 $bits $six -map 0:v -map '[six]' -map 1:a -map 1:a \
    -c:a:0 libopus -b:a:0 40k -vbr:a:0 off -mapping_family:a:0 1 -c:a:1 libmp3lame -b:a:1 32k \
    -c:a:2 libvorbis -b:a:2 32k -metadata:s:a:0 language=jpn surround.mkv
printf '1\n00:00:00,000 --> 00:00:01,000\nHello\n' |
    make $small $music -f srt -i - $x264 $bits -map 0:v -map 1:a -map 2:s \
        -c:a pcm_s16le -ar 8000 -c:s srt pcm-subtitles.mkv
make $small $music $x264 $bits -map 0:v -map 1:a -map 1:a -c:a aac -b:a 16k \
    -metadata:s:a:1 language=deu quicktime.mov
tones="-f lavfi -i sine=frequency=300:duration=0.25:sample_rate=8000"
make $small $tones -f lavfi -i sine=duration=0.1:sample_rate=96000 $x264 $bits -t 0.3 -map 0:v \
    -map 1:a -map 1:a -map 1:a -map 1:a -map 1:a -map 1:a -map 1:a -map 2:a -map 1:a -map 1:a \
    -c:a:0 pcm_s16le -ac:a:0 2 -c:a:1 pcm_s16be -c:a:2 pcm_s24le -c:a:3 pcm_s24be \
    -c:a:4 pcm_s32le -c:a:5 pcm_f32le -c:a:6 pcm_u8 -c:a:7 pcm_s16le -c:a:8 aac -b:a:8 16k \
    -c:a:9 pcm_f32be -metadata:s:a:1 language=fra pcm.mov
make -f lavfi -i color=size=64x64:rate=1/40:duration=120 \
    -f lavfi -i anullsrc=sample_rate=48000:channel_layout=mono:duration=100 $x264 $bits \
    -map 0:v -map 1:a -c:a libopus -b:a 6k -frame_duration 60 slow.mkv
make $small $x264:tff=1 -frames:v 5 interlaced.mp4
make $small $x264 -map 0:v -map 0:v two-videos.mkv
make $small $x264 -map 0:v -map 0:v two-videos.mp4
