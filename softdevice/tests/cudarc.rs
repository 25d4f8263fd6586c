//! The device under cudarc: context, streams, memory and events, through `activate`.

use cudarc::driver::{
    CudaContext,
    sys::{CUdevice_attribute, CUevent_flags, is_culib_present},
};

fn context() -> std::sync::Arc<CudaContext> {
    softdevice::activate().unwrap();
    CudaContext::new(0).unwrap()
}

#[test]
fn is_what_cudarc_finds() {
    softdevice::activate().unwrap();
    assert!(softdevice::is_active());
    // SAFETY: it opens a library by the names of the driver, which is ours by now.
    assert!(unsafe { is_culib_present() });
}

#[test]
fn says_what_it_is() {
    let context = context();
    assert_eq!(context.name().unwrap(), "Tesla V100-SXM2-16GB");
    assert_eq!(context.compute_capability().unwrap(), (7, 0));
    assert_eq!(
        context.uuid().unwrap().bytes.map(|it| it as u8),
        *b"software device\0"
    );
    assert_eq!(context.total_mem().unwrap(), 16_945_512_448);
    let pools = CUdevice_attribute::CU_DEVICE_ATTRIBUTE_MEMORY_POOLS_SUPPORTED;
    assert_eq!(context.attribute(pools).unwrap(), 0);
    assert_eq!(CudaContext::device_count().unwrap(), 1);
}

#[test]
fn copies_there_and_back_on_any_stream() {
    let context = context();
    let sent: Vec<u32> = (0..100_000).collect();
    for stream in [context.default_stream(), context.new_stream().unwrap()] {
        let there = stream.clone_htod(&sent).unwrap();
        let copied = stream.clone_dtod(&there).unwrap();
        assert_eq!(stream.clone_dtoh(&copied).unwrap(), sent);
        stream.synchronize().unwrap();
    }
}

#[test]
fn streams_wait_for_each_other_and_events_keep_time() {
    let context = context();
    let stream = context.default_stream().fork().unwrap();
    let timed = Some(CUevent_flags::CU_EVENT_DEFAULT);
    let start = stream.record_event(timed).unwrap();
    let zeros = stream.alloc_zeros::<u8>(1 << 20).unwrap();
    let end = stream.record_event(timed).unwrap();
    context.default_stream().join(&stream).unwrap();
    end.synchronize().unwrap();
    assert!(start.elapsed_ms(&end).unwrap() >= 0.0);
    assert_eq!(stream.clone_dtoh(&zeros).unwrap(), vec![0; 1 << 20]);
}

#[test]
fn pinned_memory_is_the_hosts_own() {
    let context = context();
    let stream = context.new_stream().unwrap();
    // SAFETY: every element is written before it is read.
    let mut pinned = unsafe { context.alloc_pinned::<u16>(4096) }.unwrap();
    pinned.as_mut_slice().unwrap().fill(0xbeef);
    let there = stream.clone_htod(&pinned).unwrap();
    assert_eq!(stream.clone_dtoh(&there).unwrap(), vec![0xbeef; 4096]);
}

#[test]
fn every_thread_can_bind_the_context() {
    let context = context();
    let threads = (0..4).map(|i| {
        let context = context.clone();
        std::thread::spawn(move || {
            context.bind_to_thread().unwrap();
            let stream = context.new_stream().unwrap();
            let there = stream.clone_htod(&[i; 999]).unwrap();
            assert_eq!(stream.clone_dtoh(&there).unwrap(), [i; 999]);
        })
    });
    threads
        .collect::<Vec<_>>()
        .into_iter()
        .for_each(|it| it.join().unwrap());
}
