//! Functions that clients look up but that need kernels, textures or a display.

use nvenc_sys::CUresult;

use super::status::NOT_SUPPORTED;

/// By the C calling convention a function may ignore the arguments it was called with.
macro_rules! unsupported {
    ($($name:ident)*) => {
        $(#[unsafe(no_mangle)]
        extern "C" fn $name() -> CUresult {
            $crate::watch::begin(stringify!($name), |_| {}).run(|| NOT_SUPPORTED)
        })*
    };
}

unsupported! {
    cuLaunchKernel
    cuLaunchCooperativeKernel
    cuLinkCreate
    cuLinkCreate_v2
    cuLinkAddData
    cuLinkAddData_v2
    cuLinkComplete
    cuLinkDestroy
    cuModuleLoad
    cuModuleLoadData
    cuModuleLoadDataEx
    cuModuleLoadFatBinary
    cuModuleUnload
    cuModuleGetFunction
    cuModuleGetGlobal
    cuModuleGetGlobal_v2
    cuFuncGetAttribute
    cuFuncSetAttribute
    cuFuncSetCacheConfig
    cuTexObjectCreate
    cuTexObjectDestroy
    cuGLGetDevices
    cuGLGetDevices_v2
    cuGraphicsGLRegisterImage
    cuGraphicsGLRegisterBuffer
    cuGraphicsUnregisterResource
    cuGraphicsMapResources
    cuGraphicsUnmapResources
    cuGraphicsSubResourceGetMappedArray
    cuGraphicsResourceGetMappedPointer
    cuGraphicsResourceGetMappedPointer_v2
    cuGraphicsResourceSetMapFlags
    cuGraphicsResourceSetMapFlags_v2
    cuArrayCreate_v2
    cuArray3DCreate_v2
    cuArrayDestroy
    cuMipmappedArrayGetLevel
    cuMipmappedArrayDestroy
    cuImportExternalMemory
    cuDestroyExternalMemory
    cuExternalMemoryGetMappedBuffer
    cuExternalMemoryGetMappedMipmappedArray
    cuImportExternalSemaphore
    cuDestroyExternalSemaphore
    cuSignalExternalSemaphoresAsync
    cuWaitExternalSemaphoresAsync
    cuEGLStreamProducerConnect
    cuEGLStreamProducerDisconnect
    cuEGLStreamConsumerDisconnect
    cuEGLStreamProducerPresentFrame
    cuEGLStreamProducerReturnFrame
    cuCtxEnablePeerAccess
    cuCtxDisablePeerAccess
    cuMemcpyPeer
    cuMemcpyPeerAsync
    cuMemcpy3D_v2
    cuMemcpy3DAsync_v2
    cuMemAllocAsync
    cuMemFreeAsync
    cuMemPoolCreate
    cuMemPoolDestroy
    cuDeviceGetDefaultMemPool
    cuDeviceGetMemPool
    cuStreamBeginCapture_v2
    cuStreamEndCapture
    cuIpcGetMemHandle
    cuIpcOpenMemHandle_v2
    cuIpcCloseMemHandle
}
