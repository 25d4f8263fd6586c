#[repr(C)]
#[derive(Copy, Clone, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct __BindgenBitfieldUnit<Storage> {
    storage: Storage,
}
impl<Storage> __BindgenBitfieldUnit<Storage> {
    #[inline]
    pub const fn new(storage: Storage) -> Self {
        Self { storage }
    }
}
impl<Storage> __BindgenBitfieldUnit<Storage>
where
    Storage: AsRef<[u8]> + AsMut<[u8]>,
{
    #[inline]
    fn extract_bit(byte: u8, index: usize) -> bool {
        let bit_index = if cfg!(target_endian = "big") {
            7 - (index % 8)
        } else {
            index % 8
        };
        let mask = 1 << bit_index;
        byte & mask == mask
    }
    #[inline]
    pub fn get_bit(&self, index: usize) -> bool {
        debug_assert!(index / 8 < self.storage.as_ref().len());
        let byte_index = index / 8;
        let byte = self.storage.as_ref()[byte_index];
        Self::extract_bit(byte, index)
    }
    #[inline]
    pub unsafe fn raw_get_bit(this: *const Self, index: usize) -> bool {
        debug_assert!(index / 8 < core::mem::size_of::<Storage>());
        let byte_index = index / 8;
        let byte = unsafe {
            *(core::ptr::addr_of!((*this).storage) as *const u8).offset(byte_index as isize)
        };
        Self::extract_bit(byte, index)
    }
    #[inline]
    fn change_bit(byte: u8, index: usize, val: bool) -> u8 {
        let bit_index = if cfg!(target_endian = "big") {
            7 - (index % 8)
        } else {
            index % 8
        };
        let mask = 1 << bit_index;
        if val {
            byte | mask
        } else {
            byte & !mask
        }
    }
    #[inline]
    pub fn set_bit(&mut self, index: usize, val: bool) {
        debug_assert!(index / 8 < self.storage.as_ref().len());
        let byte_index = index / 8;
        let byte = &mut self.storage.as_mut()[byte_index];
        *byte = Self::change_bit(*byte, index, val);
    }
    #[inline]
    pub unsafe fn raw_set_bit(this: *mut Self, index: usize, val: bool) {
        debug_assert!(index / 8 < core::mem::size_of::<Storage>());
        let byte_index = index / 8;
        let byte = unsafe {
            (core::ptr::addr_of_mut!((*this).storage) as *mut u8).offset(byte_index as isize)
        };
        unsafe { *byte = Self::change_bit(*byte, index, val) };
    }
    #[inline]
    pub fn get(&self, bit_offset: usize, bit_width: u8) -> u64 {
        debug_assert!(bit_width <= 64);
        debug_assert!(bit_offset / 8 < self.storage.as_ref().len());
        debug_assert!((bit_offset + (bit_width as usize) + 7) / 8 <= self.storage.as_ref().len());
        if bit_width == 0 {
            return 0;
        }
        let mut val = 0u64;
        let storage = self.storage.as_ref();
        let start_byte = bit_offset / 8;
        let bit_shift = bit_offset % 8;
        let bytes_needed = (bit_width as usize + bit_shift + 7) / 8;
        if cfg!(target_endian = "big") {
            for i in 0..bytes_needed {
                val |= (storage[start_byte + i].reverse_bits() as u64) << (i * 8);
            }
        } else {
            for i in 0..bytes_needed {
                val |= (storage[start_byte + i] as u64) << (i * 8);
            }
        }
        val >>= bit_shift;
        if bit_width < 64 {
            val &= (1u64 << bit_width) - 1;
        }
        if cfg!(target_endian = "big") {
            val = val.reverse_bits() >> (64 - bit_width as usize);
        }
        val
    }
    #[inline]
    pub unsafe fn raw_get(this: *const Self, bit_offset: usize, bit_width: u8) -> u64 {
        debug_assert!(bit_width <= 64);
        debug_assert!(bit_offset / 8 < core::mem::size_of::<Storage>());
        debug_assert!(
            (bit_offset + (bit_width as usize) + 7) / 8 <= core::mem::size_of::<Storage>()
        );
        if bit_width == 0 {
            return 0;
        }
        let mut val = 0u64;
        let start_byte = bit_offset / 8;
        let bit_shift = bit_offset % 8;
        let bytes_needed = (bit_width as usize + bit_shift + 7) / 8;
        let storage_ptr = unsafe { core::ptr::addr_of!((*this).storage) as *const u8 };
        if cfg!(target_endian = "big") {
            for i in 0..bytes_needed {
                let byte = unsafe { *storage_ptr.add(start_byte + i) };
                val |= (byte.reverse_bits() as u64) << (i * 8);
            }
        } else {
            for i in 0..bytes_needed {
                let byte = unsafe { *storage_ptr.add(start_byte + i) };
                val |= (byte as u64) << (i * 8);
            }
        }
        val >>= bit_shift;
        if bit_width < 64 {
            val &= (1u64 << bit_width) - 1;
        }
        if cfg!(target_endian = "big") {
            val = val.reverse_bits() >> (64 - bit_width as usize);
        }
        val
    }
    #[inline]
    pub fn set(&mut self, bit_offset: usize, bit_width: u8, val: u64) {
        debug_assert!(bit_width <= 64);
        debug_assert!(bit_offset / 8 < self.storage.as_ref().len());
        debug_assert!((bit_offset + (bit_width as usize) + 7) / 8 <= self.storage.as_ref().len());
        if bit_width == 0 {
            return;
        }
        let mut val = val;
        if bit_width < 64 {
            val &= (1u64 << bit_width) - 1;
        }
        if cfg!(target_endian = "big") {
            val = val.reverse_bits() >> (64 - bit_width as usize);
        }
        let storage = self.storage.as_mut();
        let start_byte = bit_offset / 8;
        let bit_shift = bit_offset % 8;
        let bytes_needed = (bit_width as usize + bit_shift + 7) / 8;
        val <<= bit_shift;
        let field_mask = if bit_width as usize + bit_shift >= 64 {
            !0u64 << bit_shift
        } else {
            ((1u64 << bit_width) - 1) << bit_shift
        };
        for i in 0..bytes_needed {
            let byte_val = (val >> (i * 8)) as u8;
            let byte_mask = (field_mask >> (i * 8)) as u8;
            if cfg!(target_endian = "big") {
                let byte = storage[start_byte + i].reverse_bits();
                let new_byte = (byte & !byte_mask) | (byte_val & byte_mask);
                storage[start_byte + i] = new_byte.reverse_bits();
            } else {
                storage[start_byte + i] =
                    (storage[start_byte + i] & !byte_mask) | (byte_val & byte_mask);
            }
        }
    }
    #[inline]
    pub unsafe fn raw_set(this: *mut Self, bit_offset: usize, bit_width: u8, val: u64) {
        debug_assert!(bit_width <= 64);
        debug_assert!(bit_offset / 8 < core::mem::size_of::<Storage>());
        debug_assert!(
            (bit_offset + (bit_width as usize) + 7) / 8 <= core::mem::size_of::<Storage>()
        );
        if bit_width == 0 {
            return;
        }
        let mut val = val;
        if bit_width < 64 {
            val &= (1u64 << bit_width) - 1;
        }
        if cfg!(target_endian = "big") {
            val = val.reverse_bits() >> (64 - bit_width as usize);
        }
        let start_byte = bit_offset / 8;
        let bit_shift = bit_offset % 8;
        let bytes_needed = (bit_width as usize + bit_shift + 7) / 8;
        val <<= bit_shift;
        let field_mask = if bit_width as usize + bit_shift >= 64 {
            !0u64 << bit_shift
        } else {
            ((1u64 << bit_width) - 1) << bit_shift
        };
        let storage_ptr = unsafe { core::ptr::addr_of_mut!((*this).storage) as *mut u8 };
        for i in 0..bytes_needed {
            let byte_val = (val >> (i * 8)) as u8;
            let byte_mask = (field_mask >> (i * 8)) as u8;
            let byte_ptr = unsafe { storage_ptr.add(start_byte + i) };
            if cfg!(target_endian = "big") {
                let byte = unsafe { (*byte_ptr).reverse_bits() };
                let new_byte = (byte & !byte_mask) | (byte_val & byte_mask);
                unsafe { *byte_ptr = new_byte.reverse_bits() };
            } else {
                unsafe { *byte_ptr = (*byte_ptr & !byte_mask) | (byte_val & byte_mask) };
            }
        }
    }
}
#[doc = " Const-generic methods for efficient bitfield access when offset and width"]
#[doc = " are known at compile time."]
impl<const N: usize> __BindgenBitfieldUnit<[u8; N]> {
    #[doc = " Get a field using const generics for compile-time optimization."]
    #[doc = " Uses native word size operations when the field fits in usize."]
    #[inline]
    pub const fn get_const<const BIT_OFFSET: usize, const BIT_WIDTH: u8>(&self) -> u64 {
        debug_assert!(BIT_WIDTH <= 64);
        debug_assert!(BIT_OFFSET / 8 < N);
        debug_assert!((BIT_OFFSET + (BIT_WIDTH as usize) + 7) / 8 <= N);
        if BIT_WIDTH == 0 {
            return 0;
        }
        let start_byte = BIT_OFFSET / 8;
        let bit_shift = BIT_OFFSET % 8;
        let bytes_needed = (BIT_WIDTH as usize + bit_shift + 7) / 8;
        if BIT_WIDTH as usize + bit_shift <= usize::BITS as usize {
            let mut val = 0usize;
            if cfg!(target_endian = "big") {
                let mut i = 0;
                while i < bytes_needed {
                    val |= (self.storage[start_byte + i].reverse_bits() as usize) << (i * 8);
                    i += 1;
                }
            } else {
                let mut i = 0;
                while i < bytes_needed {
                    val |= (self.storage[start_byte + i] as usize) << (i * 8);
                    i += 1;
                }
            }
            val >>= bit_shift;
            if (BIT_WIDTH as u32) < usize::BITS {
                val &= (1usize << BIT_WIDTH) - 1;
            }
            if cfg!(target_endian = "big") {
                val = val.reverse_bits() >> (usize::BITS as usize - BIT_WIDTH as usize);
            }
            val as u64
        } else {
            let mut val = 0u64;
            if cfg!(target_endian = "big") {
                let mut i = 0;
                while i < bytes_needed {
                    val |= (self.storage[start_byte + i].reverse_bits() as u64) << (i * 8);
                    i += 1;
                }
            } else {
                let mut i = 0;
                while i < bytes_needed {
                    val |= (self.storage[start_byte + i] as u64) << (i * 8);
                    i += 1;
                }
            }
            val >>= bit_shift;
            if BIT_WIDTH < 64 {
                val &= (1u64 << BIT_WIDTH) - 1;
            }
            if cfg!(target_endian = "big") {
                val = val.reverse_bits() >> (64 - BIT_WIDTH as usize);
            }
            val
        }
    }
    #[doc = " Set a field using const generics for compile-time optimization."]
    #[doc = " Uses native word size operations when the field fits in usize."]
    #[inline]
    pub fn set_const<const BIT_OFFSET: usize, const BIT_WIDTH: u8>(&mut self, val: u64) {
        debug_assert!(BIT_WIDTH <= 64);
        debug_assert!(BIT_OFFSET / 8 < N);
        debug_assert!((BIT_OFFSET + (BIT_WIDTH as usize) + 7) / 8 <= N);
        if BIT_WIDTH == 0 {
            return;
        }
        let start_byte = BIT_OFFSET / 8;
        let bit_shift = BIT_OFFSET % 8;
        let bytes_needed = (BIT_WIDTH as usize + bit_shift + 7) / 8;
        if BIT_WIDTH as usize + bit_shift <= usize::BITS as usize {
            let mut val = val as usize;
            if (BIT_WIDTH as u32) < usize::BITS {
                val &= (1usize << BIT_WIDTH) - 1;
            }
            if cfg!(target_endian = "big") {
                val = val.reverse_bits() >> (usize::BITS as usize - BIT_WIDTH as usize);
            }
            val <<= bit_shift;
            let field_mask = if BIT_WIDTH as usize + bit_shift >= usize::BITS as usize {
                !0usize << bit_shift
            } else {
                ((1usize << BIT_WIDTH) - 1) << bit_shift
            };
            let mut i = 0;
            while i < bytes_needed {
                let byte_val = (val >> (i * 8)) as u8;
                let byte_mask = (field_mask >> (i * 8)) as u8;
                if cfg!(target_endian = "big") {
                    let byte = self.storage[start_byte + i].reverse_bits();
                    let new_byte = (byte & !byte_mask) | (byte_val & byte_mask);
                    self.storage[start_byte + i] = new_byte.reverse_bits();
                } else {
                    self.storage[start_byte + i] =
                        (self.storage[start_byte + i] & !byte_mask) | (byte_val & byte_mask);
                }
                i += 1;
            }
        } else {
            let mut val = val;
            if BIT_WIDTH < 64 {
                val &= (1u64 << BIT_WIDTH) - 1;
            }
            if cfg!(target_endian = "big") {
                val = val.reverse_bits() >> (64 - BIT_WIDTH as usize);
            }
            val <<= bit_shift;
            let field_mask = if BIT_WIDTH as usize + bit_shift >= 64 {
                !0u64 << bit_shift
            } else {
                ((1u64 << BIT_WIDTH) - 1) << bit_shift
            };
            let mut i = 0;
            while i < bytes_needed {
                let byte_val = (val >> (i * 8)) as u8;
                let byte_mask = (field_mask >> (i * 8)) as u8;
                if cfg!(target_endian = "big") {
                    let byte = self.storage[start_byte + i].reverse_bits();
                    let new_byte = (byte & !byte_mask) | (byte_val & byte_mask);
                    self.storage[start_byte + i] = new_byte.reverse_bits();
                } else {
                    self.storage[start_byte + i] =
                        (self.storage[start_byte + i] & !byte_mask) | (byte_val & byte_mask);
                }
                i += 1;
            }
        }
    }
    #[doc = " Raw pointer get using const generics for compile-time optimization."]
    #[doc = " Uses native word size operations when the field fits in usize."]
    #[inline]
    pub const unsafe fn raw_get_const<const BIT_OFFSET: usize, const BIT_WIDTH: u8>(
        this: *const Self,
    ) -> u64 {
        debug_assert!(BIT_WIDTH <= 64);
        debug_assert!(BIT_OFFSET / 8 < N);
        debug_assert!((BIT_OFFSET + (BIT_WIDTH as usize) + 7) / 8 <= N);
        if BIT_WIDTH == 0 {
            return 0;
        }
        let start_byte = BIT_OFFSET / 8;
        let bit_shift = BIT_OFFSET % 8;
        let bytes_needed = (BIT_WIDTH as usize + bit_shift + 7) / 8;
        let storage_ptr = unsafe { core::ptr::addr_of!((*this).storage) as *const u8 };
        if BIT_WIDTH as usize + bit_shift <= usize::BITS as usize {
            let mut val = 0usize;
            if cfg!(target_endian = "big") {
                let mut i = 0;
                while i < bytes_needed {
                    let byte = unsafe { *storage_ptr.add(start_byte + i) };
                    val |= (byte.reverse_bits() as usize) << (i * 8);
                    i += 1;
                }
            } else {
                let mut i = 0;
                while i < bytes_needed {
                    let byte = unsafe { *storage_ptr.add(start_byte + i) };
                    val |= (byte as usize) << (i * 8);
                    i += 1;
                }
            }
            val >>= bit_shift;
            if (BIT_WIDTH as u32) < usize::BITS {
                val &= (1usize << BIT_WIDTH) - 1;
            }
            if cfg!(target_endian = "big") {
                val = val.reverse_bits() >> (usize::BITS as usize - BIT_WIDTH as usize);
            }
            val as u64
        } else {
            let mut val = 0u64;
            if cfg!(target_endian = "big") {
                let mut i = 0;
                while i < bytes_needed {
                    let byte = unsafe { *storage_ptr.add(start_byte + i) };
                    val |= (byte.reverse_bits() as u64) << (i * 8);
                    i += 1;
                }
            } else {
                let mut i = 0;
                while i < bytes_needed {
                    let byte = unsafe { *storage_ptr.add(start_byte + i) };
                    val |= (byte as u64) << (i * 8);
                    i += 1;
                }
            }
            val >>= bit_shift;
            if BIT_WIDTH < 64 {
                val &= (1u64 << BIT_WIDTH) - 1;
            }
            if cfg!(target_endian = "big") {
                val = val.reverse_bits() >> (64 - BIT_WIDTH as usize);
            }
            val
        }
    }
    #[doc = " Raw pointer set using const generics for compile-time optimization."]
    #[doc = " Uses native word size operations when the field fits in usize."]
    #[inline]
    pub unsafe fn raw_set_const<const BIT_OFFSET: usize, const BIT_WIDTH: u8>(
        this: *mut Self,
        val: u64,
    ) {
        debug_assert!(BIT_WIDTH <= 64);
        debug_assert!(BIT_OFFSET / 8 < N);
        debug_assert!((BIT_OFFSET + (BIT_WIDTH as usize) + 7) / 8 <= N);
        if BIT_WIDTH == 0 {
            return;
        }
        let start_byte = BIT_OFFSET / 8;
        let bit_shift = BIT_OFFSET % 8;
        let bytes_needed = (BIT_WIDTH as usize + bit_shift + 7) / 8;
        let storage_ptr = this.cast::<[u8; N]>().cast::<u8>();
        if BIT_WIDTH as usize + bit_shift <= usize::BITS as usize {
            let mut val = val as usize;
            if (BIT_WIDTH as u32) < usize::BITS {
                val &= (1usize << BIT_WIDTH) - 1;
            }
            if cfg!(target_endian = "big") {
                val = val.reverse_bits() >> (usize::BITS as usize - BIT_WIDTH as usize);
            }
            val <<= bit_shift;
            let field_mask = if BIT_WIDTH as usize + bit_shift >= usize::BITS as usize {
                !0usize << bit_shift
            } else {
                ((1usize << BIT_WIDTH) - 1) << bit_shift
            };
            let mut i = 0;
            while i < bytes_needed {
                let byte_val = (val >> (i * 8)) as u8;
                let byte_mask = (field_mask >> (i * 8)) as u8;
                let byte_ptr = unsafe { storage_ptr.add(start_byte + i) };
                if cfg!(target_endian = "big") {
                    let byte = unsafe { (*byte_ptr).reverse_bits() };
                    let new_byte = (byte & !byte_mask) | (byte_val & byte_mask);
                    unsafe { *byte_ptr = new_byte.reverse_bits() };
                } else {
                    unsafe { *byte_ptr = (*byte_ptr & !byte_mask) | (byte_val & byte_mask) };
                }
                i += 1;
            }
        } else {
            let mut val = val;
            if BIT_WIDTH < 64 {
                val &= (1u64 << BIT_WIDTH) - 1;
            }
            if cfg!(target_endian = "big") {
                val = val.reverse_bits() >> (64 - BIT_WIDTH as usize);
            }
            val <<= bit_shift;
            let field_mask = if BIT_WIDTH as usize + bit_shift >= 64 {
                !0u64 << bit_shift
            } else {
                ((1u64 << BIT_WIDTH) - 1) << bit_shift
            };
            let mut i = 0;
            while i < bytes_needed {
                let byte_val = (val >> (i * 8)) as u8;
                let byte_mask = (field_mask >> (i * 8)) as u8;
                let byte_ptr = unsafe { storage_ptr.add(start_byte + i) };
                if cfg!(target_endian = "big") {
                    let byte = unsafe { (*byte_ptr).reverse_bits() };
                    let new_byte = (byte & !byte_mask) | (byte_val & byte_mask);
                    unsafe { *byte_ptr = new_byte.reverse_bits() };
                } else {
                    unsafe { *byte_ptr = (*byte_ptr & !byte_mask) | (byte_val & byte_mask) };
                }
                i += 1;
            }
        }
    }
}
pub const NVENCAPI_MAJOR_VERSION: u32 = 11;
pub const NVENCAPI_MINOR_VERSION: u32 = 1;
pub const NVENCAPI_VERSION: u32 = 16777227;
pub const NVENC_INFINITE_GOPLENGTH: u32 = 4294967295;
pub const NV_MAX_SEQ_HDR_LEN: u32 = 512;
pub const NV_ENC_PARAMS_RC_VBR_MINQP: u32 = 4;
pub const NV_ENC_PARAMS_RC_2_PASS_QUALITY: u32 = 8;
pub const NV_ENC_PARAMS_RC_2_PASS_FRAMESIZE_CAP: u32 = 16;
pub const NV_ENC_PARAMS_RC_2_PASS_VBR: u32 = 32;
pub const NV_ENC_PARAMS_RC_CBR2: u32 = 2;
pub const NV_ENC_BUFFER_FORMAT_NV12_PL: u32 = 1;
pub const NV_ENC_BUFFER_FORMAT_YV12_PL: u32 = 16;
pub const NV_ENC_BUFFER_FORMAT_IYUV_PL: u32 = 256;
pub const NV_ENC_BUFFER_FORMAT_YUV444_PL: u32 = 4096;
pub const NV_ENC_CAPS_PARAM_VER: u32 = 1895890955;
pub const NV_ENC_ENCODE_OUT_PARAMS_VER: u32 = 1895890955;
pub const NV_ENC_CREATE_INPUT_BUFFER_VER: u32 = 1895890955;
pub const NV_ENC_CREATE_BITSTREAM_BUFFER_VER: u32 = 1895890955;
pub const NV_ENC_CREATE_MV_BUFFER_VER: u32 = 1895890955;
pub const NV_ENC_RC_PARAMS_VER: u32 = 1895890955;
pub const NV_ENC_CONFIG_VER: u32 = 4043767819;
pub const NV_ENC_INITIALIZE_PARAMS_VER: u32 = 4043636747;
pub const NV_ENC_RECONFIGURE_PARAMS_VER: u32 = 4043374603;
pub const NV_ENC_PRESET_CONFIG_VER: u32 = 4043571211;
pub const NV_ENC_PIC_PARAMS_MVC_VER: u32 = 1895890955;
pub const NV_ENC_PIC_PARAMS_VER: u32 = 4043571211;
pub const NV_ENC_MEONLY_PARAMS_VER: u32 = 1896022027;
pub const NV_ENC_LOCK_BITSTREAM_VER: u32 = 1895890955;
pub const NV_ENC_LOCK_INPUT_BUFFER_VER: u32 = 1895890955;
pub const NV_ENC_MAP_INPUT_RESOURCE_VER: u32 = 1896087563;
pub const NV_ENC_REGISTER_RESOURCE_VER: u32 = 1896022027;
pub const NV_ENC_STAT_VER: u32 = 1895890955;
pub const NV_ENC_SEQUENCE_PARAM_PAYLOAD_VER: u32 = 1895890955;
pub const NV_ENC_EVENT_PARAMS_VER: u32 = 1895890955;
pub const NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS_VER: u32 = 1895890955;
pub const NV_ENCODE_API_FUNCTION_LIST_VER: u32 = 1895956491;
pub type CUdevice = ::std::os::raw::c_int;
pub type CUdeviceptr = ::std::os::raw::c_ulonglong;
#[repr(C)]
#[derive(Debug)]
pub struct CUarray_st {
    _unused: [u8; 0],
}
pub type CUarray = *mut CUarray_st;
#[repr(C)]
#[derive(Debug)]
pub struct CUctx_st {
    _unused: [u8; 0],
}
pub type CUcontext = *mut CUctx_st;
#[repr(C)]
#[derive(Debug)]
pub struct CUstream_st {
    _unused: [u8; 0],
}
pub type CUstream = *mut CUstream_st;
#[repr(C)]
#[derive(Debug)]
pub struct CUevent_st {
    _unused: [u8; 0],
}
pub type CUevent = *mut CUevent_st;
impl CUresult {
    pub const CUDA_SUCCESS: CUresult = CUresult(0);
    pub const CUDA_ERROR_NOT_READY: CUresult = CUresult(600);
    pub const CUDA_ERROR_LAUNCH_TIMEOUT: CUresult = CUresult(702);
    pub const CUDA_ERROR_UNKNOWN: CUresult = CUresult(999);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct CUresult(pub ::std::os::raw::c_uint);
impl CUmemorytype {
    pub const CU_MEMORYTYPE_HOST: CUmemorytype = CUmemorytype(1);
    pub const CU_MEMORYTYPE_DEVICE: CUmemorytype = CUmemorytype(2);
    pub const CU_MEMORYTYPE_ARRAY: CUmemorytype = CUmemorytype(3);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct CUmemorytype(pub ::std::os::raw::c_uint);
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct CUDA_MEMCPY2D {
    pub srcXInBytes: usize,
    pub srcY: usize,
    pub srcMemoryType: CUmemorytype,
    pub srcHost: *const ::std::os::raw::c_void,
    pub srcDevice: CUdeviceptr,
    pub srcArray: CUarray,
    pub srcPitch: usize,
    pub dstXInBytes: usize,
    pub dstY: usize,
    pub dstMemoryType: CUmemorytype,
    pub dstHost: *mut ::std::os::raw::c_void,
    pub dstDevice: CUdeviceptr,
    pub dstArray: CUarray,
    pub dstPitch: usize,
    pub WidthInBytes: usize,
    pub Height: usize,
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUDA_MEMCPY2D"][::std::mem::size_of::<CUDA_MEMCPY2D>() - 128usize];
    ["Alignment of CUDA_MEMCPY2D"][::std::mem::align_of::<CUDA_MEMCPY2D>() - 8usize];
    ["Offset of field: CUDA_MEMCPY2D::srcXInBytes"]
        [::std::mem::offset_of!(CUDA_MEMCPY2D, srcXInBytes) - 0usize];
    ["Offset of field: CUDA_MEMCPY2D::srcY"][::std::mem::offset_of!(CUDA_MEMCPY2D, srcY) - 8usize];
    ["Offset of field: CUDA_MEMCPY2D::srcMemoryType"]
        [::std::mem::offset_of!(CUDA_MEMCPY2D, srcMemoryType) - 16usize];
    ["Offset of field: CUDA_MEMCPY2D::srcHost"]
        [::std::mem::offset_of!(CUDA_MEMCPY2D, srcHost) - 24usize];
    ["Offset of field: CUDA_MEMCPY2D::srcDevice"]
        [::std::mem::offset_of!(CUDA_MEMCPY2D, srcDevice) - 32usize];
    ["Offset of field: CUDA_MEMCPY2D::srcArray"]
        [::std::mem::offset_of!(CUDA_MEMCPY2D, srcArray) - 40usize];
    ["Offset of field: CUDA_MEMCPY2D::srcPitch"]
        [::std::mem::offset_of!(CUDA_MEMCPY2D, srcPitch) - 48usize];
    ["Offset of field: CUDA_MEMCPY2D::dstXInBytes"]
        [::std::mem::offset_of!(CUDA_MEMCPY2D, dstXInBytes) - 56usize];
    ["Offset of field: CUDA_MEMCPY2D::dstY"][::std::mem::offset_of!(CUDA_MEMCPY2D, dstY) - 64usize];
    ["Offset of field: CUDA_MEMCPY2D::dstMemoryType"]
        [::std::mem::offset_of!(CUDA_MEMCPY2D, dstMemoryType) - 72usize];
    ["Offset of field: CUDA_MEMCPY2D::dstHost"]
        [::std::mem::offset_of!(CUDA_MEMCPY2D, dstHost) - 80usize];
    ["Offset of field: CUDA_MEMCPY2D::dstDevice"]
        [::std::mem::offset_of!(CUDA_MEMCPY2D, dstDevice) - 88usize];
    ["Offset of field: CUDA_MEMCPY2D::dstArray"]
        [::std::mem::offset_of!(CUDA_MEMCPY2D, dstArray) - 96usize];
    ["Offset of field: CUDA_MEMCPY2D::dstPitch"]
        [::std::mem::offset_of!(CUDA_MEMCPY2D, dstPitch) - 104usize];
    ["Offset of field: CUDA_MEMCPY2D::WidthInBytes"]
        [::std::mem::offset_of!(CUDA_MEMCPY2D, WidthInBytes) - 112usize];
    ["Offset of field: CUDA_MEMCPY2D::Height"]
        [::std::mem::offset_of!(CUDA_MEMCPY2D, Height) - 120usize];
};
impl Default for CUDA_MEMCPY2D {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Debug, Default, Copy, Clone, PartialEq, Eq, Hash)]
pub struct GUID {
    pub Data1: u32,
    pub Data2: u16,
    pub Data3: u16,
    pub Data4: [u8; 8usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of GUID"][::std::mem::size_of::<GUID>() - 16usize];
    ["Alignment of GUID"][::std::mem::align_of::<GUID>() - 4usize];
    ["Offset of field: GUID::Data1"][::std::mem::offset_of!(GUID, Data1) - 0usize];
    ["Offset of field: GUID::Data2"][::std::mem::offset_of!(GUID, Data2) - 4usize];
    ["Offset of field: GUID::Data3"][::std::mem::offset_of!(GUID, Data3) - 6usize];
    ["Offset of field: GUID::Data4"][::std::mem::offset_of!(GUID, Data4) - 8usize];
};
#[repr(C)]
#[derive(Debug, Default, Copy, Clone)]
pub struct NVENC_RECT {
    pub left: u32,
    pub top: u32,
    pub right: u32,
    pub bottom: u32,
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NVENC_RECT"][::std::mem::size_of::<NVENC_RECT>() - 16usize];
    ["Alignment of NVENC_RECT"][::std::mem::align_of::<NVENC_RECT>() - 4usize];
    ["Offset of field: NVENC_RECT::left"][::std::mem::offset_of!(NVENC_RECT, left) - 0usize];
    ["Offset of field: NVENC_RECT::top"][::std::mem::offset_of!(NVENC_RECT, top) - 4usize];
    ["Offset of field: NVENC_RECT::right"][::std::mem::offset_of!(NVENC_RECT, right) - 8usize];
    ["Offset of field: NVENC_RECT::bottom"][::std::mem::offset_of!(NVENC_RECT, bottom) - 12usize];
};
pub type NV_ENC_INPUT_PTR = *mut ::std::os::raw::c_void;
pub type NV_ENC_OUTPUT_PTR = *mut ::std::os::raw::c_void;
pub type NV_ENC_REGISTERED_PTR = *mut ::std::os::raw::c_void;
pub type NV_ENC_CUSTREAM_PTR = *mut ::std::os::raw::c_void;
impl NV_ENC_PARAMS_FRAME_FIELD_MODE {
    pub const NV_ENC_PARAMS_FRAME_FIELD_MODE_FRAME: NV_ENC_PARAMS_FRAME_FIELD_MODE =
        NV_ENC_PARAMS_FRAME_FIELD_MODE(1);
    pub const NV_ENC_PARAMS_FRAME_FIELD_MODE_FIELD: NV_ENC_PARAMS_FRAME_FIELD_MODE =
        NV_ENC_PARAMS_FRAME_FIELD_MODE(2);
    pub const NV_ENC_PARAMS_FRAME_FIELD_MODE_MBAFF: NV_ENC_PARAMS_FRAME_FIELD_MODE =
        NV_ENC_PARAMS_FRAME_FIELD_MODE(3);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct NV_ENC_PARAMS_FRAME_FIELD_MODE(pub ::std::os::raw::c_uint);
impl NV_ENC_PARAMS_RC_MODE {
    pub const NV_ENC_PARAMS_RC_CONSTQP: NV_ENC_PARAMS_RC_MODE = NV_ENC_PARAMS_RC_MODE(0);
    pub const NV_ENC_PARAMS_RC_VBR: NV_ENC_PARAMS_RC_MODE = NV_ENC_PARAMS_RC_MODE(1);
    pub const NV_ENC_PARAMS_RC_CBR: NV_ENC_PARAMS_RC_MODE = NV_ENC_PARAMS_RC_MODE(2);
    pub const NV_ENC_PARAMS_RC_CBR_LOWDELAY_HQ: NV_ENC_PARAMS_RC_MODE = NV_ENC_PARAMS_RC_MODE(8);
    pub const NV_ENC_PARAMS_RC_CBR_HQ: NV_ENC_PARAMS_RC_MODE = NV_ENC_PARAMS_RC_MODE(16);
    pub const NV_ENC_PARAMS_RC_VBR_HQ: NV_ENC_PARAMS_RC_MODE = NV_ENC_PARAMS_RC_MODE(32);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct NV_ENC_PARAMS_RC_MODE(pub ::std::os::raw::c_uint);
impl NV_ENC_MULTI_PASS {
    pub const NV_ENC_MULTI_PASS_DISABLED: NV_ENC_MULTI_PASS = NV_ENC_MULTI_PASS(0);
    pub const NV_ENC_TWO_PASS_QUARTER_RESOLUTION: NV_ENC_MULTI_PASS = NV_ENC_MULTI_PASS(1);
    pub const NV_ENC_TWO_PASS_FULL_RESOLUTION: NV_ENC_MULTI_PASS = NV_ENC_MULTI_PASS(2);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct NV_ENC_MULTI_PASS(pub ::std::os::raw::c_uint);
impl NV_ENC_EMPHASIS_MAP_LEVEL {
    pub const NV_ENC_EMPHASIS_MAP_LEVEL_0: NV_ENC_EMPHASIS_MAP_LEVEL = NV_ENC_EMPHASIS_MAP_LEVEL(0);
    pub const NV_ENC_EMPHASIS_MAP_LEVEL_1: NV_ENC_EMPHASIS_MAP_LEVEL = NV_ENC_EMPHASIS_MAP_LEVEL(1);
    pub const NV_ENC_EMPHASIS_MAP_LEVEL_2: NV_ENC_EMPHASIS_MAP_LEVEL = NV_ENC_EMPHASIS_MAP_LEVEL(2);
    pub const NV_ENC_EMPHASIS_MAP_LEVEL_3: NV_ENC_EMPHASIS_MAP_LEVEL = NV_ENC_EMPHASIS_MAP_LEVEL(3);
    pub const NV_ENC_EMPHASIS_MAP_LEVEL_4: NV_ENC_EMPHASIS_MAP_LEVEL = NV_ENC_EMPHASIS_MAP_LEVEL(4);
    pub const NV_ENC_EMPHASIS_MAP_LEVEL_5: NV_ENC_EMPHASIS_MAP_LEVEL = NV_ENC_EMPHASIS_MAP_LEVEL(5);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct NV_ENC_EMPHASIS_MAP_LEVEL(pub ::std::os::raw::c_uint);
impl NV_ENC_QP_MAP_MODE {
    pub const NV_ENC_QP_MAP_DISABLED: NV_ENC_QP_MAP_MODE = NV_ENC_QP_MAP_MODE(0);
    pub const NV_ENC_QP_MAP_EMPHASIS: NV_ENC_QP_MAP_MODE = NV_ENC_QP_MAP_MODE(1);
    pub const NV_ENC_QP_MAP_DELTA: NV_ENC_QP_MAP_MODE = NV_ENC_QP_MAP_MODE(2);
    pub const NV_ENC_QP_MAP: NV_ENC_QP_MAP_MODE = NV_ENC_QP_MAP_MODE(3);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct NV_ENC_QP_MAP_MODE(pub ::std::os::raw::c_uint);
impl NV_ENC_PIC_STRUCT {
    pub const NV_ENC_PIC_STRUCT_FRAME: NV_ENC_PIC_STRUCT = NV_ENC_PIC_STRUCT(1);
    pub const NV_ENC_PIC_STRUCT_FIELD_TOP_BOTTOM: NV_ENC_PIC_STRUCT = NV_ENC_PIC_STRUCT(2);
    pub const NV_ENC_PIC_STRUCT_FIELD_BOTTOM_TOP: NV_ENC_PIC_STRUCT = NV_ENC_PIC_STRUCT(3);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct NV_ENC_PIC_STRUCT(pub ::std::os::raw::c_uint);
impl NV_ENC_PIC_TYPE {
    pub const NV_ENC_PIC_TYPE_P: NV_ENC_PIC_TYPE = NV_ENC_PIC_TYPE(0);
    pub const NV_ENC_PIC_TYPE_B: NV_ENC_PIC_TYPE = NV_ENC_PIC_TYPE(1);
    pub const NV_ENC_PIC_TYPE_I: NV_ENC_PIC_TYPE = NV_ENC_PIC_TYPE(2);
    pub const NV_ENC_PIC_TYPE_IDR: NV_ENC_PIC_TYPE = NV_ENC_PIC_TYPE(3);
    pub const NV_ENC_PIC_TYPE_BI: NV_ENC_PIC_TYPE = NV_ENC_PIC_TYPE(4);
    pub const NV_ENC_PIC_TYPE_SKIPPED: NV_ENC_PIC_TYPE = NV_ENC_PIC_TYPE(5);
    pub const NV_ENC_PIC_TYPE_INTRA_REFRESH: NV_ENC_PIC_TYPE = NV_ENC_PIC_TYPE(6);
    pub const NV_ENC_PIC_TYPE_NONREF_P: NV_ENC_PIC_TYPE = NV_ENC_PIC_TYPE(7);
    pub const NV_ENC_PIC_TYPE_UNKNOWN: NV_ENC_PIC_TYPE = NV_ENC_PIC_TYPE(255);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct NV_ENC_PIC_TYPE(pub ::std::os::raw::c_uint);
impl NV_ENC_MV_PRECISION {
    pub const NV_ENC_MV_PRECISION_DEFAULT: NV_ENC_MV_PRECISION = NV_ENC_MV_PRECISION(0);
    pub const NV_ENC_MV_PRECISION_FULL_PEL: NV_ENC_MV_PRECISION = NV_ENC_MV_PRECISION(1);
    pub const NV_ENC_MV_PRECISION_HALF_PEL: NV_ENC_MV_PRECISION = NV_ENC_MV_PRECISION(2);
    pub const NV_ENC_MV_PRECISION_QUARTER_PEL: NV_ENC_MV_PRECISION = NV_ENC_MV_PRECISION(3);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct NV_ENC_MV_PRECISION(pub ::std::os::raw::c_uint);
impl NV_ENC_BUFFER_FORMAT {
    pub const NV_ENC_BUFFER_FORMAT_UNDEFINED: NV_ENC_BUFFER_FORMAT = NV_ENC_BUFFER_FORMAT(0);
    pub const NV_ENC_BUFFER_FORMAT_NV12: NV_ENC_BUFFER_FORMAT = NV_ENC_BUFFER_FORMAT(1);
    pub const NV_ENC_BUFFER_FORMAT_YV12: NV_ENC_BUFFER_FORMAT = NV_ENC_BUFFER_FORMAT(16);
    pub const NV_ENC_BUFFER_FORMAT_IYUV: NV_ENC_BUFFER_FORMAT = NV_ENC_BUFFER_FORMAT(256);
    pub const NV_ENC_BUFFER_FORMAT_YUV444: NV_ENC_BUFFER_FORMAT = NV_ENC_BUFFER_FORMAT(4096);
    pub const NV_ENC_BUFFER_FORMAT_YUV420_10BIT: NV_ENC_BUFFER_FORMAT = NV_ENC_BUFFER_FORMAT(65536);
    pub const NV_ENC_BUFFER_FORMAT_YUV444_10BIT: NV_ENC_BUFFER_FORMAT =
        NV_ENC_BUFFER_FORMAT(1048576);
    pub const NV_ENC_BUFFER_FORMAT_ARGB: NV_ENC_BUFFER_FORMAT = NV_ENC_BUFFER_FORMAT(16777216);
    pub const NV_ENC_BUFFER_FORMAT_ARGB10: NV_ENC_BUFFER_FORMAT = NV_ENC_BUFFER_FORMAT(33554432);
    pub const NV_ENC_BUFFER_FORMAT_AYUV: NV_ENC_BUFFER_FORMAT = NV_ENC_BUFFER_FORMAT(67108864);
    pub const NV_ENC_BUFFER_FORMAT_ABGR: NV_ENC_BUFFER_FORMAT = NV_ENC_BUFFER_FORMAT(268435456);
    pub const NV_ENC_BUFFER_FORMAT_ABGR10: NV_ENC_BUFFER_FORMAT = NV_ENC_BUFFER_FORMAT(536870912);
    pub const NV_ENC_BUFFER_FORMAT_U8: NV_ENC_BUFFER_FORMAT = NV_ENC_BUFFER_FORMAT(1073741824);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct NV_ENC_BUFFER_FORMAT(pub ::std::os::raw::c_uint);
impl NV_ENC_LEVEL {
    pub const NV_ENC_LEVEL_AUTOSELECT: NV_ENC_LEVEL = NV_ENC_LEVEL(0);
    pub const NV_ENC_LEVEL_H264_1: NV_ENC_LEVEL = NV_ENC_LEVEL(10);
    pub const NV_ENC_LEVEL_H264_1b: NV_ENC_LEVEL = NV_ENC_LEVEL(9);
    pub const NV_ENC_LEVEL_H264_11: NV_ENC_LEVEL = NV_ENC_LEVEL(11);
    pub const NV_ENC_LEVEL_H264_12: NV_ENC_LEVEL = NV_ENC_LEVEL(12);
    pub const NV_ENC_LEVEL_H264_13: NV_ENC_LEVEL = NV_ENC_LEVEL(13);
    pub const NV_ENC_LEVEL_H264_2: NV_ENC_LEVEL = NV_ENC_LEVEL(20);
    pub const NV_ENC_LEVEL_H264_21: NV_ENC_LEVEL = NV_ENC_LEVEL(21);
    pub const NV_ENC_LEVEL_H264_22: NV_ENC_LEVEL = NV_ENC_LEVEL(22);
    pub const NV_ENC_LEVEL_H264_3: NV_ENC_LEVEL = NV_ENC_LEVEL(30);
    pub const NV_ENC_LEVEL_H264_31: NV_ENC_LEVEL = NV_ENC_LEVEL(31);
    pub const NV_ENC_LEVEL_H264_32: NV_ENC_LEVEL = NV_ENC_LEVEL(32);
    pub const NV_ENC_LEVEL_H264_4: NV_ENC_LEVEL = NV_ENC_LEVEL(40);
    pub const NV_ENC_LEVEL_H264_41: NV_ENC_LEVEL = NV_ENC_LEVEL(41);
    pub const NV_ENC_LEVEL_H264_42: NV_ENC_LEVEL = NV_ENC_LEVEL(42);
    pub const NV_ENC_LEVEL_H264_5: NV_ENC_LEVEL = NV_ENC_LEVEL(50);
    pub const NV_ENC_LEVEL_H264_51: NV_ENC_LEVEL = NV_ENC_LEVEL(51);
    pub const NV_ENC_LEVEL_H264_52: NV_ENC_LEVEL = NV_ENC_LEVEL(52);
    pub const NV_ENC_LEVEL_H264_60: NV_ENC_LEVEL = NV_ENC_LEVEL(60);
    pub const NV_ENC_LEVEL_H264_61: NV_ENC_LEVEL = NV_ENC_LEVEL(61);
    pub const NV_ENC_LEVEL_H264_62: NV_ENC_LEVEL = NV_ENC_LEVEL(62);
    pub const NV_ENC_LEVEL_HEVC_1: NV_ENC_LEVEL = NV_ENC_LEVEL(30);
    pub const NV_ENC_LEVEL_HEVC_2: NV_ENC_LEVEL = NV_ENC_LEVEL(60);
    pub const NV_ENC_LEVEL_HEVC_21: NV_ENC_LEVEL = NV_ENC_LEVEL(63);
    pub const NV_ENC_LEVEL_HEVC_3: NV_ENC_LEVEL = NV_ENC_LEVEL(90);
    pub const NV_ENC_LEVEL_HEVC_31: NV_ENC_LEVEL = NV_ENC_LEVEL(93);
    pub const NV_ENC_LEVEL_HEVC_4: NV_ENC_LEVEL = NV_ENC_LEVEL(120);
    pub const NV_ENC_LEVEL_HEVC_41: NV_ENC_LEVEL = NV_ENC_LEVEL(123);
    pub const NV_ENC_LEVEL_HEVC_5: NV_ENC_LEVEL = NV_ENC_LEVEL(150);
    pub const NV_ENC_LEVEL_HEVC_51: NV_ENC_LEVEL = NV_ENC_LEVEL(153);
    pub const NV_ENC_LEVEL_HEVC_52: NV_ENC_LEVEL = NV_ENC_LEVEL(156);
    pub const NV_ENC_LEVEL_HEVC_6: NV_ENC_LEVEL = NV_ENC_LEVEL(180);
    pub const NV_ENC_LEVEL_HEVC_61: NV_ENC_LEVEL = NV_ENC_LEVEL(183);
    pub const NV_ENC_LEVEL_HEVC_62: NV_ENC_LEVEL = NV_ENC_LEVEL(186);
    pub const NV_ENC_TIER_HEVC_MAIN: NV_ENC_LEVEL = NV_ENC_LEVEL(0);
    pub const NV_ENC_TIER_HEVC_HIGH: NV_ENC_LEVEL = NV_ENC_LEVEL(1);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct NV_ENC_LEVEL(pub ::std::os::raw::c_uint);
impl NVENCSTATUS {
    pub const NV_ENC_SUCCESS: NVENCSTATUS = NVENCSTATUS(0);
    pub const NV_ENC_ERR_NO_ENCODE_DEVICE: NVENCSTATUS = NVENCSTATUS(1);
    pub const NV_ENC_ERR_UNSUPPORTED_DEVICE: NVENCSTATUS = NVENCSTATUS(2);
    pub const NV_ENC_ERR_INVALID_ENCODERDEVICE: NVENCSTATUS = NVENCSTATUS(3);
    pub const NV_ENC_ERR_INVALID_DEVICE: NVENCSTATUS = NVENCSTATUS(4);
    pub const NV_ENC_ERR_DEVICE_NOT_EXIST: NVENCSTATUS = NVENCSTATUS(5);
    pub const NV_ENC_ERR_INVALID_PTR: NVENCSTATUS = NVENCSTATUS(6);
    pub const NV_ENC_ERR_INVALID_EVENT: NVENCSTATUS = NVENCSTATUS(7);
    pub const NV_ENC_ERR_INVALID_PARAM: NVENCSTATUS = NVENCSTATUS(8);
    pub const NV_ENC_ERR_INVALID_CALL: NVENCSTATUS = NVENCSTATUS(9);
    pub const NV_ENC_ERR_OUT_OF_MEMORY: NVENCSTATUS = NVENCSTATUS(10);
    pub const NV_ENC_ERR_ENCODER_NOT_INITIALIZED: NVENCSTATUS = NVENCSTATUS(11);
    pub const NV_ENC_ERR_UNSUPPORTED_PARAM: NVENCSTATUS = NVENCSTATUS(12);
    pub const NV_ENC_ERR_LOCK_BUSY: NVENCSTATUS = NVENCSTATUS(13);
    pub const NV_ENC_ERR_NOT_ENOUGH_BUFFER: NVENCSTATUS = NVENCSTATUS(14);
    pub const NV_ENC_ERR_INVALID_VERSION: NVENCSTATUS = NVENCSTATUS(15);
    pub const NV_ENC_ERR_MAP_FAILED: NVENCSTATUS = NVENCSTATUS(16);
    pub const NV_ENC_ERR_NEED_MORE_INPUT: NVENCSTATUS = NVENCSTATUS(17);
    pub const NV_ENC_ERR_ENCODER_BUSY: NVENCSTATUS = NVENCSTATUS(18);
    pub const NV_ENC_ERR_EVENT_NOT_REGISTERD: NVENCSTATUS = NVENCSTATUS(19);
    pub const NV_ENC_ERR_GENERIC: NVENCSTATUS = NVENCSTATUS(20);
    pub const NV_ENC_ERR_INCOMPATIBLE_CLIENT_KEY: NVENCSTATUS = NVENCSTATUS(21);
    pub const NV_ENC_ERR_UNIMPLEMENTED: NVENCSTATUS = NVENCSTATUS(22);
    pub const NV_ENC_ERR_RESOURCE_REGISTER_FAILED: NVENCSTATUS = NVENCSTATUS(23);
    pub const NV_ENC_ERR_RESOURCE_NOT_REGISTERED: NVENCSTATUS = NVENCSTATUS(24);
    pub const NV_ENC_ERR_RESOURCE_NOT_MAPPED: NVENCSTATUS = NVENCSTATUS(25);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct NVENCSTATUS(pub ::std::os::raw::c_uint);
impl NV_ENC_PIC_FLAGS {
    pub const NV_ENC_PIC_FLAG_FORCEINTRA: NV_ENC_PIC_FLAGS = NV_ENC_PIC_FLAGS(1);
    pub const NV_ENC_PIC_FLAG_FORCEIDR: NV_ENC_PIC_FLAGS = NV_ENC_PIC_FLAGS(2);
    pub const NV_ENC_PIC_FLAG_OUTPUT_SPSPPS: NV_ENC_PIC_FLAGS = NV_ENC_PIC_FLAGS(4);
    pub const NV_ENC_PIC_FLAG_EOS: NV_ENC_PIC_FLAGS = NV_ENC_PIC_FLAGS(8);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct NV_ENC_PIC_FLAGS(pub ::std::os::raw::c_uint);
impl NV_ENC_MEMORY_HEAP {
    pub const NV_ENC_MEMORY_HEAP_AUTOSELECT: NV_ENC_MEMORY_HEAP = NV_ENC_MEMORY_HEAP(0);
    pub const NV_ENC_MEMORY_HEAP_VID: NV_ENC_MEMORY_HEAP = NV_ENC_MEMORY_HEAP(1);
    pub const NV_ENC_MEMORY_HEAP_SYSMEM_CACHED: NV_ENC_MEMORY_HEAP = NV_ENC_MEMORY_HEAP(2);
    pub const NV_ENC_MEMORY_HEAP_SYSMEM_UNCACHED: NV_ENC_MEMORY_HEAP = NV_ENC_MEMORY_HEAP(3);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct NV_ENC_MEMORY_HEAP(pub ::std::os::raw::c_uint);
impl NV_ENC_BFRAME_REF_MODE {
    pub const NV_ENC_BFRAME_REF_MODE_DISABLED: NV_ENC_BFRAME_REF_MODE = NV_ENC_BFRAME_REF_MODE(0);
    pub const NV_ENC_BFRAME_REF_MODE_EACH: NV_ENC_BFRAME_REF_MODE = NV_ENC_BFRAME_REF_MODE(1);
    pub const NV_ENC_BFRAME_REF_MODE_MIDDLE: NV_ENC_BFRAME_REF_MODE = NV_ENC_BFRAME_REF_MODE(2);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct NV_ENC_BFRAME_REF_MODE(pub ::std::os::raw::c_uint);
impl NV_ENC_H264_ENTROPY_CODING_MODE {
    pub const NV_ENC_H264_ENTROPY_CODING_MODE_AUTOSELECT: NV_ENC_H264_ENTROPY_CODING_MODE =
        NV_ENC_H264_ENTROPY_CODING_MODE(0);
    pub const NV_ENC_H264_ENTROPY_CODING_MODE_CABAC: NV_ENC_H264_ENTROPY_CODING_MODE =
        NV_ENC_H264_ENTROPY_CODING_MODE(1);
    pub const NV_ENC_H264_ENTROPY_CODING_MODE_CAVLC: NV_ENC_H264_ENTROPY_CODING_MODE =
        NV_ENC_H264_ENTROPY_CODING_MODE(2);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct NV_ENC_H264_ENTROPY_CODING_MODE(pub ::std::os::raw::c_uint);
impl NV_ENC_H264_BDIRECT_MODE {
    pub const NV_ENC_H264_BDIRECT_MODE_AUTOSELECT: NV_ENC_H264_BDIRECT_MODE =
        NV_ENC_H264_BDIRECT_MODE(0);
    pub const NV_ENC_H264_BDIRECT_MODE_DISABLE: NV_ENC_H264_BDIRECT_MODE =
        NV_ENC_H264_BDIRECT_MODE(1);
    pub const NV_ENC_H264_BDIRECT_MODE_TEMPORAL: NV_ENC_H264_BDIRECT_MODE =
        NV_ENC_H264_BDIRECT_MODE(2);
    pub const NV_ENC_H264_BDIRECT_MODE_SPATIAL: NV_ENC_H264_BDIRECT_MODE =
        NV_ENC_H264_BDIRECT_MODE(3);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct NV_ENC_H264_BDIRECT_MODE(pub ::std::os::raw::c_uint);
impl NV_ENC_H264_FMO_MODE {
    pub const NV_ENC_H264_FMO_AUTOSELECT: NV_ENC_H264_FMO_MODE = NV_ENC_H264_FMO_MODE(0);
    pub const NV_ENC_H264_FMO_ENABLE: NV_ENC_H264_FMO_MODE = NV_ENC_H264_FMO_MODE(1);
    pub const NV_ENC_H264_FMO_DISABLE: NV_ENC_H264_FMO_MODE = NV_ENC_H264_FMO_MODE(2);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct NV_ENC_H264_FMO_MODE(pub ::std::os::raw::c_uint);
impl NV_ENC_H264_ADAPTIVE_TRANSFORM_MODE {
    pub const NV_ENC_H264_ADAPTIVE_TRANSFORM_AUTOSELECT: NV_ENC_H264_ADAPTIVE_TRANSFORM_MODE =
        NV_ENC_H264_ADAPTIVE_TRANSFORM_MODE(0);
    pub const NV_ENC_H264_ADAPTIVE_TRANSFORM_DISABLE: NV_ENC_H264_ADAPTIVE_TRANSFORM_MODE =
        NV_ENC_H264_ADAPTIVE_TRANSFORM_MODE(1);
    pub const NV_ENC_H264_ADAPTIVE_TRANSFORM_ENABLE: NV_ENC_H264_ADAPTIVE_TRANSFORM_MODE =
        NV_ENC_H264_ADAPTIVE_TRANSFORM_MODE(2);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct NV_ENC_H264_ADAPTIVE_TRANSFORM_MODE(pub ::std::os::raw::c_uint);
impl NV_ENC_STEREO_PACKING_MODE {
    pub const NV_ENC_STEREO_PACKING_MODE_NONE: NV_ENC_STEREO_PACKING_MODE =
        NV_ENC_STEREO_PACKING_MODE(0);
    pub const NV_ENC_STEREO_PACKING_MODE_CHECKERBOARD: NV_ENC_STEREO_PACKING_MODE =
        NV_ENC_STEREO_PACKING_MODE(1);
    pub const NV_ENC_STEREO_PACKING_MODE_COLINTERLEAVE: NV_ENC_STEREO_PACKING_MODE =
        NV_ENC_STEREO_PACKING_MODE(2);
    pub const NV_ENC_STEREO_PACKING_MODE_ROWINTERLEAVE: NV_ENC_STEREO_PACKING_MODE =
        NV_ENC_STEREO_PACKING_MODE(3);
    pub const NV_ENC_STEREO_PACKING_MODE_SIDEBYSIDE: NV_ENC_STEREO_PACKING_MODE =
        NV_ENC_STEREO_PACKING_MODE(4);
    pub const NV_ENC_STEREO_PACKING_MODE_TOPBOTTOM: NV_ENC_STEREO_PACKING_MODE =
        NV_ENC_STEREO_PACKING_MODE(5);
    pub const NV_ENC_STEREO_PACKING_MODE_FRAMESEQ: NV_ENC_STEREO_PACKING_MODE =
        NV_ENC_STEREO_PACKING_MODE(6);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct NV_ENC_STEREO_PACKING_MODE(pub ::std::os::raw::c_uint);
impl NV_ENC_INPUT_RESOURCE_TYPE {
    pub const NV_ENC_INPUT_RESOURCE_TYPE_DIRECTX: NV_ENC_INPUT_RESOURCE_TYPE =
        NV_ENC_INPUT_RESOURCE_TYPE(0);
    pub const NV_ENC_INPUT_RESOURCE_TYPE_CUDADEVICEPTR: NV_ENC_INPUT_RESOURCE_TYPE =
        NV_ENC_INPUT_RESOURCE_TYPE(1);
    pub const NV_ENC_INPUT_RESOURCE_TYPE_CUDAARRAY: NV_ENC_INPUT_RESOURCE_TYPE =
        NV_ENC_INPUT_RESOURCE_TYPE(2);
    pub const NV_ENC_INPUT_RESOURCE_TYPE_OPENGL_TEX: NV_ENC_INPUT_RESOURCE_TYPE =
        NV_ENC_INPUT_RESOURCE_TYPE(3);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct NV_ENC_INPUT_RESOURCE_TYPE(pub ::std::os::raw::c_uint);
impl NV_ENC_BUFFER_USAGE {
    pub const NV_ENC_INPUT_IMAGE: NV_ENC_BUFFER_USAGE = NV_ENC_BUFFER_USAGE(0);
    pub const NV_ENC_OUTPUT_MOTION_VECTOR: NV_ENC_BUFFER_USAGE = NV_ENC_BUFFER_USAGE(1);
    pub const NV_ENC_OUTPUT_BITSTREAM: NV_ENC_BUFFER_USAGE = NV_ENC_BUFFER_USAGE(2);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct NV_ENC_BUFFER_USAGE(pub ::std::os::raw::c_uint);
impl NV_ENC_DEVICE_TYPE {
    pub const NV_ENC_DEVICE_TYPE_DIRECTX: NV_ENC_DEVICE_TYPE = NV_ENC_DEVICE_TYPE(0);
    pub const NV_ENC_DEVICE_TYPE_CUDA: NV_ENC_DEVICE_TYPE = NV_ENC_DEVICE_TYPE(1);
    pub const NV_ENC_DEVICE_TYPE_OPENGL: NV_ENC_DEVICE_TYPE = NV_ENC_DEVICE_TYPE(2);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct NV_ENC_DEVICE_TYPE(pub ::std::os::raw::c_uint);
impl NV_ENC_NUM_REF_FRAMES {
    pub const NV_ENC_NUM_REF_FRAMES_AUTOSELECT: NV_ENC_NUM_REF_FRAMES = NV_ENC_NUM_REF_FRAMES(0);
    pub const NV_ENC_NUM_REF_FRAMES_1: NV_ENC_NUM_REF_FRAMES = NV_ENC_NUM_REF_FRAMES(1);
    pub const NV_ENC_NUM_REF_FRAMES_2: NV_ENC_NUM_REF_FRAMES = NV_ENC_NUM_REF_FRAMES(2);
    pub const NV_ENC_NUM_REF_FRAMES_3: NV_ENC_NUM_REF_FRAMES = NV_ENC_NUM_REF_FRAMES(3);
    pub const NV_ENC_NUM_REF_FRAMES_4: NV_ENC_NUM_REF_FRAMES = NV_ENC_NUM_REF_FRAMES(4);
    pub const NV_ENC_NUM_REF_FRAMES_5: NV_ENC_NUM_REF_FRAMES = NV_ENC_NUM_REF_FRAMES(5);
    pub const NV_ENC_NUM_REF_FRAMES_6: NV_ENC_NUM_REF_FRAMES = NV_ENC_NUM_REF_FRAMES(6);
    pub const NV_ENC_NUM_REF_FRAMES_7: NV_ENC_NUM_REF_FRAMES = NV_ENC_NUM_REF_FRAMES(7);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct NV_ENC_NUM_REF_FRAMES(pub ::std::os::raw::c_uint);
impl NV_ENC_CAPS {
    pub const NV_ENC_CAPS_NUM_MAX_BFRAMES: NV_ENC_CAPS = NV_ENC_CAPS(0);
    pub const NV_ENC_CAPS_SUPPORTED_RATECONTROL_MODES: NV_ENC_CAPS = NV_ENC_CAPS(1);
    pub const NV_ENC_CAPS_SUPPORT_FIELD_ENCODING: NV_ENC_CAPS = NV_ENC_CAPS(2);
    pub const NV_ENC_CAPS_SUPPORT_MONOCHROME: NV_ENC_CAPS = NV_ENC_CAPS(3);
    pub const NV_ENC_CAPS_SUPPORT_FMO: NV_ENC_CAPS = NV_ENC_CAPS(4);
    pub const NV_ENC_CAPS_SUPPORT_QPELMV: NV_ENC_CAPS = NV_ENC_CAPS(5);
    pub const NV_ENC_CAPS_SUPPORT_BDIRECT_MODE: NV_ENC_CAPS = NV_ENC_CAPS(6);
    pub const NV_ENC_CAPS_SUPPORT_CABAC: NV_ENC_CAPS = NV_ENC_CAPS(7);
    pub const NV_ENC_CAPS_SUPPORT_ADAPTIVE_TRANSFORM: NV_ENC_CAPS = NV_ENC_CAPS(8);
    pub const NV_ENC_CAPS_SUPPORT_STEREO_MVC: NV_ENC_CAPS = NV_ENC_CAPS(9);
    pub const NV_ENC_CAPS_NUM_MAX_TEMPORAL_LAYERS: NV_ENC_CAPS = NV_ENC_CAPS(10);
    pub const NV_ENC_CAPS_SUPPORT_HIERARCHICAL_PFRAMES: NV_ENC_CAPS = NV_ENC_CAPS(11);
    pub const NV_ENC_CAPS_SUPPORT_HIERARCHICAL_BFRAMES: NV_ENC_CAPS = NV_ENC_CAPS(12);
    pub const NV_ENC_CAPS_LEVEL_MAX: NV_ENC_CAPS = NV_ENC_CAPS(13);
    pub const NV_ENC_CAPS_LEVEL_MIN: NV_ENC_CAPS = NV_ENC_CAPS(14);
    pub const NV_ENC_CAPS_SEPARATE_COLOUR_PLANE: NV_ENC_CAPS = NV_ENC_CAPS(15);
    pub const NV_ENC_CAPS_WIDTH_MAX: NV_ENC_CAPS = NV_ENC_CAPS(16);
    pub const NV_ENC_CAPS_HEIGHT_MAX: NV_ENC_CAPS = NV_ENC_CAPS(17);
    pub const NV_ENC_CAPS_SUPPORT_TEMPORAL_SVC: NV_ENC_CAPS = NV_ENC_CAPS(18);
    pub const NV_ENC_CAPS_SUPPORT_DYN_RES_CHANGE: NV_ENC_CAPS = NV_ENC_CAPS(19);
    pub const NV_ENC_CAPS_SUPPORT_DYN_BITRATE_CHANGE: NV_ENC_CAPS = NV_ENC_CAPS(20);
    pub const NV_ENC_CAPS_SUPPORT_DYN_FORCE_CONSTQP: NV_ENC_CAPS = NV_ENC_CAPS(21);
    pub const NV_ENC_CAPS_SUPPORT_DYN_RCMODE_CHANGE: NV_ENC_CAPS = NV_ENC_CAPS(22);
    pub const NV_ENC_CAPS_SUPPORT_SUBFRAME_READBACK: NV_ENC_CAPS = NV_ENC_CAPS(23);
    pub const NV_ENC_CAPS_SUPPORT_CONSTRAINED_ENCODING: NV_ENC_CAPS = NV_ENC_CAPS(24);
    pub const NV_ENC_CAPS_SUPPORT_INTRA_REFRESH: NV_ENC_CAPS = NV_ENC_CAPS(25);
    pub const NV_ENC_CAPS_SUPPORT_CUSTOM_VBV_BUF_SIZE: NV_ENC_CAPS = NV_ENC_CAPS(26);
    pub const NV_ENC_CAPS_SUPPORT_DYNAMIC_SLICE_MODE: NV_ENC_CAPS = NV_ENC_CAPS(27);
    pub const NV_ENC_CAPS_SUPPORT_REF_PIC_INVALIDATION: NV_ENC_CAPS = NV_ENC_CAPS(28);
    pub const NV_ENC_CAPS_PREPROC_SUPPORT: NV_ENC_CAPS = NV_ENC_CAPS(29);
    pub const NV_ENC_CAPS_ASYNC_ENCODE_SUPPORT: NV_ENC_CAPS = NV_ENC_CAPS(30);
    pub const NV_ENC_CAPS_MB_NUM_MAX: NV_ENC_CAPS = NV_ENC_CAPS(31);
    pub const NV_ENC_CAPS_MB_PER_SEC_MAX: NV_ENC_CAPS = NV_ENC_CAPS(32);
    pub const NV_ENC_CAPS_SUPPORT_YUV444_ENCODE: NV_ENC_CAPS = NV_ENC_CAPS(33);
    pub const NV_ENC_CAPS_SUPPORT_LOSSLESS_ENCODE: NV_ENC_CAPS = NV_ENC_CAPS(34);
    pub const NV_ENC_CAPS_SUPPORT_SAO: NV_ENC_CAPS = NV_ENC_CAPS(35);
    pub const NV_ENC_CAPS_SUPPORT_MEONLY_MODE: NV_ENC_CAPS = NV_ENC_CAPS(36);
    pub const NV_ENC_CAPS_SUPPORT_LOOKAHEAD: NV_ENC_CAPS = NV_ENC_CAPS(37);
    pub const NV_ENC_CAPS_SUPPORT_TEMPORAL_AQ: NV_ENC_CAPS = NV_ENC_CAPS(38);
    pub const NV_ENC_CAPS_SUPPORT_10BIT_ENCODE: NV_ENC_CAPS = NV_ENC_CAPS(39);
    pub const NV_ENC_CAPS_NUM_MAX_LTR_FRAMES: NV_ENC_CAPS = NV_ENC_CAPS(40);
    pub const NV_ENC_CAPS_SUPPORT_WEIGHTED_PREDICTION: NV_ENC_CAPS = NV_ENC_CAPS(41);
    pub const NV_ENC_CAPS_DYNAMIC_QUERY_ENCODER_CAPACITY: NV_ENC_CAPS = NV_ENC_CAPS(42);
    pub const NV_ENC_CAPS_SUPPORT_BFRAME_REF_MODE: NV_ENC_CAPS = NV_ENC_CAPS(43);
    pub const NV_ENC_CAPS_SUPPORT_EMPHASIS_LEVEL_MAP: NV_ENC_CAPS = NV_ENC_CAPS(44);
    pub const NV_ENC_CAPS_WIDTH_MIN: NV_ENC_CAPS = NV_ENC_CAPS(45);
    pub const NV_ENC_CAPS_HEIGHT_MIN: NV_ENC_CAPS = NV_ENC_CAPS(46);
    pub const NV_ENC_CAPS_SUPPORT_MULTIPLE_REF_FRAMES: NV_ENC_CAPS = NV_ENC_CAPS(47);
    pub const NV_ENC_CAPS_SUPPORT_ALPHA_LAYER_ENCODING: NV_ENC_CAPS = NV_ENC_CAPS(48);
    pub const NV_ENC_CAPS_NUM_ENCODER_ENGINES: NV_ENC_CAPS = NV_ENC_CAPS(49);
    pub const NV_ENC_CAPS_SINGLE_SLICE_INTRA_REFRESH: NV_ENC_CAPS = NV_ENC_CAPS(50);
    pub const NV_ENC_CAPS_EXPOSED_COUNT: NV_ENC_CAPS = NV_ENC_CAPS(51);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct NV_ENC_CAPS(pub ::std::os::raw::c_uint);
impl NV_ENC_HEVC_CUSIZE {
    pub const NV_ENC_HEVC_CUSIZE_AUTOSELECT: NV_ENC_HEVC_CUSIZE = NV_ENC_HEVC_CUSIZE(0);
    pub const NV_ENC_HEVC_CUSIZE_8x8: NV_ENC_HEVC_CUSIZE = NV_ENC_HEVC_CUSIZE(1);
    pub const NV_ENC_HEVC_CUSIZE_16x16: NV_ENC_HEVC_CUSIZE = NV_ENC_HEVC_CUSIZE(2);
    pub const NV_ENC_HEVC_CUSIZE_32x32: NV_ENC_HEVC_CUSIZE = NV_ENC_HEVC_CUSIZE(3);
    pub const NV_ENC_HEVC_CUSIZE_64x64: NV_ENC_HEVC_CUSIZE = NV_ENC_HEVC_CUSIZE(4);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct NV_ENC_HEVC_CUSIZE(pub ::std::os::raw::c_uint);
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct NV_ENC_CAPS_PARAM {
    pub version: u32,
    pub capsToQuery: NV_ENC_CAPS,
    pub reserved: [u32; 62usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_CAPS_PARAM"][::std::mem::size_of::<NV_ENC_CAPS_PARAM>() - 256usize];
    ["Alignment of NV_ENC_CAPS_PARAM"][::std::mem::align_of::<NV_ENC_CAPS_PARAM>() - 4usize];
    ["Offset of field: NV_ENC_CAPS_PARAM::version"]
        [::std::mem::offset_of!(NV_ENC_CAPS_PARAM, version) - 0usize];
    ["Offset of field: NV_ENC_CAPS_PARAM::capsToQuery"]
        [::std::mem::offset_of!(NV_ENC_CAPS_PARAM, capsToQuery) - 4usize];
    ["Offset of field: NV_ENC_CAPS_PARAM::reserved"]
        [::std::mem::offset_of!(NV_ENC_CAPS_PARAM, reserved) - 8usize];
};
impl Default for NV_ENC_CAPS_PARAM {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct NV_ENC_ENCODE_OUT_PARAMS {
    pub version: u32,
    pub bitstreamSizeInBytes: u32,
    pub reserved: [u32; 62usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_ENCODE_OUT_PARAMS"]
        [::std::mem::size_of::<NV_ENC_ENCODE_OUT_PARAMS>() - 256usize];
    ["Alignment of NV_ENC_ENCODE_OUT_PARAMS"]
        [::std::mem::align_of::<NV_ENC_ENCODE_OUT_PARAMS>() - 4usize];
    ["Offset of field: NV_ENC_ENCODE_OUT_PARAMS::version"]
        [::std::mem::offset_of!(NV_ENC_ENCODE_OUT_PARAMS, version) - 0usize];
    ["Offset of field: NV_ENC_ENCODE_OUT_PARAMS::bitstreamSizeInBytes"]
        [::std::mem::offset_of!(NV_ENC_ENCODE_OUT_PARAMS, bitstreamSizeInBytes) - 4usize];
    ["Offset of field: NV_ENC_ENCODE_OUT_PARAMS::reserved"]
        [::std::mem::offset_of!(NV_ENC_ENCODE_OUT_PARAMS, reserved) - 8usize];
};
impl Default for NV_ENC_ENCODE_OUT_PARAMS {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct NV_ENC_CREATE_INPUT_BUFFER {
    pub version: u32,
    pub width: u32,
    pub height: u32,
    pub memoryHeap: NV_ENC_MEMORY_HEAP,
    pub bufferFmt: NV_ENC_BUFFER_FORMAT,
    pub reserved: u32,
    pub inputBuffer: NV_ENC_INPUT_PTR,
    pub pSysMemBuffer: *mut ::std::os::raw::c_void,
    pub reserved1: [u32; 57usize],
    pub reserved2: [*mut ::std::os::raw::c_void; 63usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_CREATE_INPUT_BUFFER"]
        [::std::mem::size_of::<NV_ENC_CREATE_INPUT_BUFFER>() - 776usize];
    ["Alignment of NV_ENC_CREATE_INPUT_BUFFER"]
        [::std::mem::align_of::<NV_ENC_CREATE_INPUT_BUFFER>() - 8usize];
    ["Offset of field: NV_ENC_CREATE_INPUT_BUFFER::version"]
        [::std::mem::offset_of!(NV_ENC_CREATE_INPUT_BUFFER, version) - 0usize];
    ["Offset of field: NV_ENC_CREATE_INPUT_BUFFER::width"]
        [::std::mem::offset_of!(NV_ENC_CREATE_INPUT_BUFFER, width) - 4usize];
    ["Offset of field: NV_ENC_CREATE_INPUT_BUFFER::height"]
        [::std::mem::offset_of!(NV_ENC_CREATE_INPUT_BUFFER, height) - 8usize];
    ["Offset of field: NV_ENC_CREATE_INPUT_BUFFER::memoryHeap"]
        [::std::mem::offset_of!(NV_ENC_CREATE_INPUT_BUFFER, memoryHeap) - 12usize];
    ["Offset of field: NV_ENC_CREATE_INPUT_BUFFER::bufferFmt"]
        [::std::mem::offset_of!(NV_ENC_CREATE_INPUT_BUFFER, bufferFmt) - 16usize];
    ["Offset of field: NV_ENC_CREATE_INPUT_BUFFER::reserved"]
        [::std::mem::offset_of!(NV_ENC_CREATE_INPUT_BUFFER, reserved) - 20usize];
    ["Offset of field: NV_ENC_CREATE_INPUT_BUFFER::inputBuffer"]
        [::std::mem::offset_of!(NV_ENC_CREATE_INPUT_BUFFER, inputBuffer) - 24usize];
    ["Offset of field: NV_ENC_CREATE_INPUT_BUFFER::pSysMemBuffer"]
        [::std::mem::offset_of!(NV_ENC_CREATE_INPUT_BUFFER, pSysMemBuffer) - 32usize];
    ["Offset of field: NV_ENC_CREATE_INPUT_BUFFER::reserved1"]
        [::std::mem::offset_of!(NV_ENC_CREATE_INPUT_BUFFER, reserved1) - 40usize];
    ["Offset of field: NV_ENC_CREATE_INPUT_BUFFER::reserved2"]
        [::std::mem::offset_of!(NV_ENC_CREATE_INPUT_BUFFER, reserved2) - 272usize];
};
impl Default for NV_ENC_CREATE_INPUT_BUFFER {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct NV_ENC_CREATE_BITSTREAM_BUFFER {
    pub version: u32,
    pub size: u32,
    pub memoryHeap: NV_ENC_MEMORY_HEAP,
    pub reserved: u32,
    pub bitstreamBuffer: NV_ENC_OUTPUT_PTR,
    pub bitstreamBufferPtr: *mut ::std::os::raw::c_void,
    pub reserved1: [u32; 58usize],
    pub reserved2: [*mut ::std::os::raw::c_void; 64usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_CREATE_BITSTREAM_BUFFER"]
        [::std::mem::size_of::<NV_ENC_CREATE_BITSTREAM_BUFFER>() - 776usize];
    ["Alignment of NV_ENC_CREATE_BITSTREAM_BUFFER"]
        [::std::mem::align_of::<NV_ENC_CREATE_BITSTREAM_BUFFER>() - 8usize];
    ["Offset of field: NV_ENC_CREATE_BITSTREAM_BUFFER::version"]
        [::std::mem::offset_of!(NV_ENC_CREATE_BITSTREAM_BUFFER, version) - 0usize];
    ["Offset of field: NV_ENC_CREATE_BITSTREAM_BUFFER::size"]
        [::std::mem::offset_of!(NV_ENC_CREATE_BITSTREAM_BUFFER, size) - 4usize];
    ["Offset of field: NV_ENC_CREATE_BITSTREAM_BUFFER::memoryHeap"]
        [::std::mem::offset_of!(NV_ENC_CREATE_BITSTREAM_BUFFER, memoryHeap) - 8usize];
    ["Offset of field: NV_ENC_CREATE_BITSTREAM_BUFFER::reserved"]
        [::std::mem::offset_of!(NV_ENC_CREATE_BITSTREAM_BUFFER, reserved) - 12usize];
    ["Offset of field: NV_ENC_CREATE_BITSTREAM_BUFFER::bitstreamBuffer"]
        [::std::mem::offset_of!(NV_ENC_CREATE_BITSTREAM_BUFFER, bitstreamBuffer) - 16usize];
    ["Offset of field: NV_ENC_CREATE_BITSTREAM_BUFFER::bitstreamBufferPtr"]
        [::std::mem::offset_of!(NV_ENC_CREATE_BITSTREAM_BUFFER, bitstreamBufferPtr) - 24usize];
    ["Offset of field: NV_ENC_CREATE_BITSTREAM_BUFFER::reserved1"]
        [::std::mem::offset_of!(NV_ENC_CREATE_BITSTREAM_BUFFER, reserved1) - 32usize];
    ["Offset of field: NV_ENC_CREATE_BITSTREAM_BUFFER::reserved2"]
        [::std::mem::offset_of!(NV_ENC_CREATE_BITSTREAM_BUFFER, reserved2) - 264usize];
};
impl Default for NV_ENC_CREATE_BITSTREAM_BUFFER {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Debug, Default, Copy, Clone)]
pub struct NV_ENC_MVECTOR {
    pub mvx: i16,
    pub mvy: i16,
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_MVECTOR"][::std::mem::size_of::<NV_ENC_MVECTOR>() - 4usize];
    ["Alignment of NV_ENC_MVECTOR"][::std::mem::align_of::<NV_ENC_MVECTOR>() - 2usize];
    ["Offset of field: NV_ENC_MVECTOR::mvx"][::std::mem::offset_of!(NV_ENC_MVECTOR, mvx) - 0usize];
    ["Offset of field: NV_ENC_MVECTOR::mvy"][::std::mem::offset_of!(NV_ENC_MVECTOR, mvy) - 2usize];
};
#[repr(C)]
#[derive(Debug, Default, Copy, Clone)]
pub struct NV_ENC_H264_MV_DATA {
    pub mv: [NV_ENC_MVECTOR; 4usize],
    pub mbType: u8,
    pub partitionType: u8,
    pub reserved: u16,
    pub mbCost: u32,
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_H264_MV_DATA"][::std::mem::size_of::<NV_ENC_H264_MV_DATA>() - 24usize];
    ["Alignment of NV_ENC_H264_MV_DATA"][::std::mem::align_of::<NV_ENC_H264_MV_DATA>() - 4usize];
    ["Offset of field: NV_ENC_H264_MV_DATA::mv"]
        [::std::mem::offset_of!(NV_ENC_H264_MV_DATA, mv) - 0usize];
    ["Offset of field: NV_ENC_H264_MV_DATA::mbType"]
        [::std::mem::offset_of!(NV_ENC_H264_MV_DATA, mbType) - 16usize];
    ["Offset of field: NV_ENC_H264_MV_DATA::partitionType"]
        [::std::mem::offset_of!(NV_ENC_H264_MV_DATA, partitionType) - 17usize];
    ["Offset of field: NV_ENC_H264_MV_DATA::reserved"]
        [::std::mem::offset_of!(NV_ENC_H264_MV_DATA, reserved) - 18usize];
    ["Offset of field: NV_ENC_H264_MV_DATA::mbCost"]
        [::std::mem::offset_of!(NV_ENC_H264_MV_DATA, mbCost) - 20usize];
};
#[repr(C)]
#[derive(Debug, Default, Copy, Clone)]
pub struct NV_ENC_HEVC_MV_DATA {
    pub mv: [NV_ENC_MVECTOR; 4usize],
    pub cuType: u8,
    pub cuSize: u8,
    pub partitionMode: u8,
    pub lastCUInCTB: u8,
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_HEVC_MV_DATA"][::std::mem::size_of::<NV_ENC_HEVC_MV_DATA>() - 20usize];
    ["Alignment of NV_ENC_HEVC_MV_DATA"][::std::mem::align_of::<NV_ENC_HEVC_MV_DATA>() - 2usize];
    ["Offset of field: NV_ENC_HEVC_MV_DATA::mv"]
        [::std::mem::offset_of!(NV_ENC_HEVC_MV_DATA, mv) - 0usize];
    ["Offset of field: NV_ENC_HEVC_MV_DATA::cuType"]
        [::std::mem::offset_of!(NV_ENC_HEVC_MV_DATA, cuType) - 16usize];
    ["Offset of field: NV_ENC_HEVC_MV_DATA::cuSize"]
        [::std::mem::offset_of!(NV_ENC_HEVC_MV_DATA, cuSize) - 17usize];
    ["Offset of field: NV_ENC_HEVC_MV_DATA::partitionMode"]
        [::std::mem::offset_of!(NV_ENC_HEVC_MV_DATA, partitionMode) - 18usize];
    ["Offset of field: NV_ENC_HEVC_MV_DATA::lastCUInCTB"]
        [::std::mem::offset_of!(NV_ENC_HEVC_MV_DATA, lastCUInCTB) - 19usize];
};
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct NV_ENC_CREATE_MV_BUFFER {
    pub version: u32,
    pub mvBuffer: NV_ENC_OUTPUT_PTR,
    pub reserved1: [u32; 255usize],
    pub reserved2: [*mut ::std::os::raw::c_void; 63usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_CREATE_MV_BUFFER"]
        [::std::mem::size_of::<NV_ENC_CREATE_MV_BUFFER>() - 1544usize];
    ["Alignment of NV_ENC_CREATE_MV_BUFFER"]
        [::std::mem::align_of::<NV_ENC_CREATE_MV_BUFFER>() - 8usize];
    ["Offset of field: NV_ENC_CREATE_MV_BUFFER::version"]
        [::std::mem::offset_of!(NV_ENC_CREATE_MV_BUFFER, version) - 0usize];
    ["Offset of field: NV_ENC_CREATE_MV_BUFFER::mvBuffer"]
        [::std::mem::offset_of!(NV_ENC_CREATE_MV_BUFFER, mvBuffer) - 8usize];
    ["Offset of field: NV_ENC_CREATE_MV_BUFFER::reserved1"]
        [::std::mem::offset_of!(NV_ENC_CREATE_MV_BUFFER, reserved1) - 16usize];
    ["Offset of field: NV_ENC_CREATE_MV_BUFFER::reserved2"]
        [::std::mem::offset_of!(NV_ENC_CREATE_MV_BUFFER, reserved2) - 1040usize];
};
impl Default for NV_ENC_CREATE_MV_BUFFER {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Debug, Default, Copy, Clone)]
pub struct NV_ENC_QP {
    pub qpInterP: u32,
    pub qpInterB: u32,
    pub qpIntra: u32,
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_QP"][::std::mem::size_of::<NV_ENC_QP>() - 12usize];
    ["Alignment of NV_ENC_QP"][::std::mem::align_of::<NV_ENC_QP>() - 4usize];
    ["Offset of field: NV_ENC_QP::qpInterP"][::std::mem::offset_of!(NV_ENC_QP, qpInterP) - 0usize];
    ["Offset of field: NV_ENC_QP::qpInterB"][::std::mem::offset_of!(NV_ENC_QP, qpInterB) - 4usize];
    ["Offset of field: NV_ENC_QP::qpIntra"][::std::mem::offset_of!(NV_ENC_QP, qpIntra) - 8usize];
};
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct NV_ENC_RC_PARAMS {
    pub version: u32,
    pub rateControlMode: NV_ENC_PARAMS_RC_MODE,
    pub constQP: NV_ENC_QP,
    pub averageBitRate: u32,
    pub maxBitRate: u32,
    pub vbvBufferSize: u32,
    pub vbvInitialDelay: u32,
    pub _bitfield_1: __BindgenBitfieldUnit<[u8; 4usize]>,
    pub minQP: NV_ENC_QP,
    pub maxQP: NV_ENC_QP,
    pub initialRCQP: NV_ENC_QP,
    pub temporallayerIdxMask: u32,
    pub temporalLayerQP: [u8; 8usize],
    pub targetQuality: u8,
    pub targetQualityLSB: u8,
    pub lookaheadDepth: u16,
    pub lowDelayKeyFrameScale: u8,
    pub reserved1: [u8; 3usize],
    pub qpMapMode: NV_ENC_QP_MAP_MODE,
    pub multiPass: NV_ENC_MULTI_PASS,
    pub alphaLayerBitrateRatio: u32,
    pub cbQPIndexOffset: i8,
    pub crQPIndexOffset: i8,
    pub reserved2: u16,
    pub reserved: [u32; 4usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_RC_PARAMS"][::std::mem::size_of::<NV_ENC_RC_PARAMS>() - 128usize];
    ["Alignment of NV_ENC_RC_PARAMS"][::std::mem::align_of::<NV_ENC_RC_PARAMS>() - 4usize];
    ["Offset of field: NV_ENC_RC_PARAMS::version"]
        [::std::mem::offset_of!(NV_ENC_RC_PARAMS, version) - 0usize];
    ["Offset of field: NV_ENC_RC_PARAMS::rateControlMode"]
        [::std::mem::offset_of!(NV_ENC_RC_PARAMS, rateControlMode) - 4usize];
    ["Offset of field: NV_ENC_RC_PARAMS::constQP"]
        [::std::mem::offset_of!(NV_ENC_RC_PARAMS, constQP) - 8usize];
    ["Offset of field: NV_ENC_RC_PARAMS::averageBitRate"]
        [::std::mem::offset_of!(NV_ENC_RC_PARAMS, averageBitRate) - 20usize];
    ["Offset of field: NV_ENC_RC_PARAMS::maxBitRate"]
        [::std::mem::offset_of!(NV_ENC_RC_PARAMS, maxBitRate) - 24usize];
    ["Offset of field: NV_ENC_RC_PARAMS::vbvBufferSize"]
        [::std::mem::offset_of!(NV_ENC_RC_PARAMS, vbvBufferSize) - 28usize];
    ["Offset of field: NV_ENC_RC_PARAMS::vbvInitialDelay"]
        [::std::mem::offset_of!(NV_ENC_RC_PARAMS, vbvInitialDelay) - 32usize];
    ["Offset of field: NV_ENC_RC_PARAMS::minQP"]
        [::std::mem::offset_of!(NV_ENC_RC_PARAMS, minQP) - 40usize];
    ["Offset of field: NV_ENC_RC_PARAMS::maxQP"]
        [::std::mem::offset_of!(NV_ENC_RC_PARAMS, maxQP) - 52usize];
    ["Offset of field: NV_ENC_RC_PARAMS::initialRCQP"]
        [::std::mem::offset_of!(NV_ENC_RC_PARAMS, initialRCQP) - 64usize];
    ["Offset of field: NV_ENC_RC_PARAMS::temporallayerIdxMask"]
        [::std::mem::offset_of!(NV_ENC_RC_PARAMS, temporallayerIdxMask) - 76usize];
    ["Offset of field: NV_ENC_RC_PARAMS::temporalLayerQP"]
        [::std::mem::offset_of!(NV_ENC_RC_PARAMS, temporalLayerQP) - 80usize];
    ["Offset of field: NV_ENC_RC_PARAMS::targetQuality"]
        [::std::mem::offset_of!(NV_ENC_RC_PARAMS, targetQuality) - 88usize];
    ["Offset of field: NV_ENC_RC_PARAMS::targetQualityLSB"]
        [::std::mem::offset_of!(NV_ENC_RC_PARAMS, targetQualityLSB) - 89usize];
    ["Offset of field: NV_ENC_RC_PARAMS::lookaheadDepth"]
        [::std::mem::offset_of!(NV_ENC_RC_PARAMS, lookaheadDepth) - 90usize];
    ["Offset of field: NV_ENC_RC_PARAMS::lowDelayKeyFrameScale"]
        [::std::mem::offset_of!(NV_ENC_RC_PARAMS, lowDelayKeyFrameScale) - 92usize];
    ["Offset of field: NV_ENC_RC_PARAMS::reserved1"]
        [::std::mem::offset_of!(NV_ENC_RC_PARAMS, reserved1) - 93usize];
    ["Offset of field: NV_ENC_RC_PARAMS::qpMapMode"]
        [::std::mem::offset_of!(NV_ENC_RC_PARAMS, qpMapMode) - 96usize];
    ["Offset of field: NV_ENC_RC_PARAMS::multiPass"]
        [::std::mem::offset_of!(NV_ENC_RC_PARAMS, multiPass) - 100usize];
    ["Offset of field: NV_ENC_RC_PARAMS::alphaLayerBitrateRatio"]
        [::std::mem::offset_of!(NV_ENC_RC_PARAMS, alphaLayerBitrateRatio) - 104usize];
    ["Offset of field: NV_ENC_RC_PARAMS::cbQPIndexOffset"]
        [::std::mem::offset_of!(NV_ENC_RC_PARAMS, cbQPIndexOffset) - 108usize];
    ["Offset of field: NV_ENC_RC_PARAMS::crQPIndexOffset"]
        [::std::mem::offset_of!(NV_ENC_RC_PARAMS, crQPIndexOffset) - 109usize];
    ["Offset of field: NV_ENC_RC_PARAMS::reserved2"]
        [::std::mem::offset_of!(NV_ENC_RC_PARAMS, reserved2) - 110usize];
    ["Offset of field: NV_ENC_RC_PARAMS::reserved"]
        [::std::mem::offset_of!(NV_ENC_RC_PARAMS, reserved) - 112usize];
};
impl Default for NV_ENC_RC_PARAMS {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
impl NV_ENC_RC_PARAMS {
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enableMinQP(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<0usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enableMinQP(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<0usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enableMinQP_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<0usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enableMinQP_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<0usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enableMaxQP(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<1usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enableMaxQP(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<1usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enableMaxQP_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<1usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enableMaxQP_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<1usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enableInitialRCQP(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<2usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enableInitialRCQP(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<2usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enableInitialRCQP_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<2usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enableInitialRCQP_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<2usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enableAQ(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<3usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enableAQ(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<3usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enableAQ_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<3usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enableAQ_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<3usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn reservedBitField1(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<4usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_reservedBitField1(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<4usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn reservedBitField1_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<4usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_reservedBitField1_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<4usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enableLookahead(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<5usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enableLookahead(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<5usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enableLookahead_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<5usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enableLookahead_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<5usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn disableIadapt(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<6usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_disableIadapt(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<6usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn disableIadapt_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<6usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_disableIadapt_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<6usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn disableBadapt(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<7usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_disableBadapt(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<7usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn disableBadapt_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<7usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_disableBadapt_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<7usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enableTemporalAQ(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<8usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enableTemporalAQ(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<8usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enableTemporalAQ_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<8usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enableTemporalAQ_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<8usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn zeroReorderDelay(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<9usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_zeroReorderDelay(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<9usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn zeroReorderDelay_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<9usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_zeroReorderDelay_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<9usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enableNonRefP(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<10usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enableNonRefP(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<10usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enableNonRefP_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<10usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enableNonRefP_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<10usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn strictGOPTarget(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<11usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_strictGOPTarget(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<11usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn strictGOPTarget_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<11usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_strictGOPTarget_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<11usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn aqStrength(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<12usize, 4u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_aqStrength(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<12usize, 4u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn aqStrength_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<12usize, 4u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_aqStrength_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<12usize, 4u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn reservedBitFields(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<16usize, 16u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_reservedBitFields(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<16usize, 16u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn reservedBitFields_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<
                16usize,
                16u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_reservedBitFields_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<16usize, 16u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn new_bitfield_1(
        enableMinQP: u32,
        enableMaxQP: u32,
        enableInitialRCQP: u32,
        enableAQ: u32,
        reservedBitField1: u32,
        enableLookahead: u32,
        disableIadapt: u32,
        disableBadapt: u32,
        enableTemporalAQ: u32,
        zeroReorderDelay: u32,
        enableNonRefP: u32,
        strictGOPTarget: u32,
        aqStrength: u32,
        reservedBitFields: u32,
    ) -> __BindgenBitfieldUnit<[u8; 4usize]> {
        let mut __bindgen_bitfield_unit: __BindgenBitfieldUnit<[u8; 4usize]> = Default::default();
        __bindgen_bitfield_unit.set_const::<0usize, 1u8>({
            let enableMinQP: u32 = unsafe { ::std::mem::transmute(enableMinQP) };
            enableMinQP as u64
        });
        __bindgen_bitfield_unit.set_const::<1usize, 1u8>({
            let enableMaxQP: u32 = unsafe { ::std::mem::transmute(enableMaxQP) };
            enableMaxQP as u64
        });
        __bindgen_bitfield_unit.set_const::<2usize, 1u8>({
            let enableInitialRCQP: u32 = unsafe { ::std::mem::transmute(enableInitialRCQP) };
            enableInitialRCQP as u64
        });
        __bindgen_bitfield_unit.set_const::<3usize, 1u8>({
            let enableAQ: u32 = unsafe { ::std::mem::transmute(enableAQ) };
            enableAQ as u64
        });
        __bindgen_bitfield_unit.set_const::<4usize, 1u8>({
            let reservedBitField1: u32 = unsafe { ::std::mem::transmute(reservedBitField1) };
            reservedBitField1 as u64
        });
        __bindgen_bitfield_unit.set_const::<5usize, 1u8>({
            let enableLookahead: u32 = unsafe { ::std::mem::transmute(enableLookahead) };
            enableLookahead as u64
        });
        __bindgen_bitfield_unit.set_const::<6usize, 1u8>({
            let disableIadapt: u32 = unsafe { ::std::mem::transmute(disableIadapt) };
            disableIadapt as u64
        });
        __bindgen_bitfield_unit.set_const::<7usize, 1u8>({
            let disableBadapt: u32 = unsafe { ::std::mem::transmute(disableBadapt) };
            disableBadapt as u64
        });
        __bindgen_bitfield_unit.set_const::<8usize, 1u8>({
            let enableTemporalAQ: u32 = unsafe { ::std::mem::transmute(enableTemporalAQ) };
            enableTemporalAQ as u64
        });
        __bindgen_bitfield_unit.set_const::<9usize, 1u8>({
            let zeroReorderDelay: u32 = unsafe { ::std::mem::transmute(zeroReorderDelay) };
            zeroReorderDelay as u64
        });
        __bindgen_bitfield_unit.set_const::<10usize, 1u8>({
            let enableNonRefP: u32 = unsafe { ::std::mem::transmute(enableNonRefP) };
            enableNonRefP as u64
        });
        __bindgen_bitfield_unit.set_const::<11usize, 1u8>({
            let strictGOPTarget: u32 = unsafe { ::std::mem::transmute(strictGOPTarget) };
            strictGOPTarget as u64
        });
        __bindgen_bitfield_unit.set_const::<12usize, 4u8>({
            let aqStrength: u32 = unsafe { ::std::mem::transmute(aqStrength) };
            aqStrength as u64
        });
        __bindgen_bitfield_unit.set_const::<16usize, 16u8>({
            let reservedBitFields: u32 = unsafe { ::std::mem::transmute(reservedBitFields) };
            reservedBitFields as u64
        });
        __bindgen_bitfield_unit
    }
}
#[repr(C)]
#[derive(Debug, Default, Copy, Clone)]
pub struct NV_ENC_CONFIG_H264_VUI_PARAMETERS {
    pub overscanInfoPresentFlag: u32,
    pub overscanInfo: u32,
    pub videoSignalTypePresentFlag: u32,
    pub videoFormat: u32,
    pub videoFullRangeFlag: u32,
    pub colourDescriptionPresentFlag: u32,
    pub colourPrimaries: u32,
    pub transferCharacteristics: u32,
    pub colourMatrix: u32,
    pub chromaSampleLocationFlag: u32,
    pub chromaSampleLocationTop: u32,
    pub chromaSampleLocationBot: u32,
    pub bitstreamRestrictionFlag: u32,
    pub reserved: [u32; 15usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_CONFIG_H264_VUI_PARAMETERS"]
        [::std::mem::size_of::<NV_ENC_CONFIG_H264_VUI_PARAMETERS>() - 112usize];
    ["Alignment of NV_ENC_CONFIG_H264_VUI_PARAMETERS"]
        [::std::mem::align_of::<NV_ENC_CONFIG_H264_VUI_PARAMETERS>() - 4usize];
    ["Offset of field: NV_ENC_CONFIG_H264_VUI_PARAMETERS::overscanInfoPresentFlag"][::std::mem::offset_of!(
        NV_ENC_CONFIG_H264_VUI_PARAMETERS,
        overscanInfoPresentFlag
    ) - 0usize];
    ["Offset of field: NV_ENC_CONFIG_H264_VUI_PARAMETERS::overscanInfo"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264_VUI_PARAMETERS, overscanInfo) - 4usize];
    ["Offset of field: NV_ENC_CONFIG_H264_VUI_PARAMETERS::videoSignalTypePresentFlag"][::std::mem::offset_of!(
        NV_ENC_CONFIG_H264_VUI_PARAMETERS,
        videoSignalTypePresentFlag
    ) - 8usize];
    ["Offset of field: NV_ENC_CONFIG_H264_VUI_PARAMETERS::videoFormat"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264_VUI_PARAMETERS, videoFormat) - 12usize];
    ["Offset of field: NV_ENC_CONFIG_H264_VUI_PARAMETERS::videoFullRangeFlag"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264_VUI_PARAMETERS, videoFullRangeFlag) - 16usize];
    ["Offset of field: NV_ENC_CONFIG_H264_VUI_PARAMETERS::colourDescriptionPresentFlag"][::std::mem::offset_of!(
        NV_ENC_CONFIG_H264_VUI_PARAMETERS,
        colourDescriptionPresentFlag
    )
        - 20usize];
    ["Offset of field: NV_ENC_CONFIG_H264_VUI_PARAMETERS::colourPrimaries"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264_VUI_PARAMETERS, colourPrimaries) - 24usize];
    ["Offset of field: NV_ENC_CONFIG_H264_VUI_PARAMETERS::transferCharacteristics"][::std::mem::offset_of!(
        NV_ENC_CONFIG_H264_VUI_PARAMETERS,
        transferCharacteristics
    ) - 28usize];
    ["Offset of field: NV_ENC_CONFIG_H264_VUI_PARAMETERS::colourMatrix"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264_VUI_PARAMETERS, colourMatrix) - 32usize];
    ["Offset of field: NV_ENC_CONFIG_H264_VUI_PARAMETERS::chromaSampleLocationFlag"][::std::mem::offset_of!(
        NV_ENC_CONFIG_H264_VUI_PARAMETERS,
        chromaSampleLocationFlag
    ) - 36usize];
    ["Offset of field: NV_ENC_CONFIG_H264_VUI_PARAMETERS::chromaSampleLocationTop"][::std::mem::offset_of!(
        NV_ENC_CONFIG_H264_VUI_PARAMETERS,
        chromaSampleLocationTop
    ) - 40usize];
    ["Offset of field: NV_ENC_CONFIG_H264_VUI_PARAMETERS::chromaSampleLocationBot"][::std::mem::offset_of!(
        NV_ENC_CONFIG_H264_VUI_PARAMETERS,
        chromaSampleLocationBot
    ) - 44usize];
    ["Offset of field: NV_ENC_CONFIG_H264_VUI_PARAMETERS::bitstreamRestrictionFlag"][::std::mem::offset_of!(
        NV_ENC_CONFIG_H264_VUI_PARAMETERS,
        bitstreamRestrictionFlag
    ) - 48usize];
    ["Offset of field: NV_ENC_CONFIG_H264_VUI_PARAMETERS::reserved"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264_VUI_PARAMETERS, reserved) - 52usize];
};
pub type NV_ENC_CONFIG_HEVC_VUI_PARAMETERS = NV_ENC_CONFIG_H264_VUI_PARAMETERS;
#[repr(C)]
#[derive(Debug, Default, Copy, Clone)]
pub struct NVENC_EXTERNAL_ME_HINT_COUNTS_PER_BLOCKTYPE {
    pub _bitfield_1: __BindgenBitfieldUnit<[u8; 4usize]>,
    pub reserved1: [u32; 3usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NVENC_EXTERNAL_ME_HINT_COUNTS_PER_BLOCKTYPE"]
        [::std::mem::size_of::<NVENC_EXTERNAL_ME_HINT_COUNTS_PER_BLOCKTYPE>() - 16usize];
    ["Alignment of NVENC_EXTERNAL_ME_HINT_COUNTS_PER_BLOCKTYPE"]
        [::std::mem::align_of::<NVENC_EXTERNAL_ME_HINT_COUNTS_PER_BLOCKTYPE>() - 4usize];
    ["Offset of field: NVENC_EXTERNAL_ME_HINT_COUNTS_PER_BLOCKTYPE::reserved1"]
        [::std::mem::offset_of!(NVENC_EXTERNAL_ME_HINT_COUNTS_PER_BLOCKTYPE, reserved1) - 4usize];
};
impl NVENC_EXTERNAL_ME_HINT_COUNTS_PER_BLOCKTYPE {
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn numCandsPerBlk16x16(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<0usize, 4u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_numCandsPerBlk16x16(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<0usize, 4u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn numCandsPerBlk16x16_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<0usize, 4u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_numCandsPerBlk16x16_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<0usize, 4u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn numCandsPerBlk16x8(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<4usize, 4u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_numCandsPerBlk16x8(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<4usize, 4u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn numCandsPerBlk16x8_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<4usize, 4u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_numCandsPerBlk16x8_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<4usize, 4u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn numCandsPerBlk8x16(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<8usize, 4u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_numCandsPerBlk8x16(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<8usize, 4u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn numCandsPerBlk8x16_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<8usize, 4u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_numCandsPerBlk8x16_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<8usize, 4u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn numCandsPerBlk8x8(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<12usize, 4u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_numCandsPerBlk8x8(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<12usize, 4u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn numCandsPerBlk8x8_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<12usize, 4u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_numCandsPerBlk8x8_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<12usize, 4u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn reserved(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<16usize, 16u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_reserved(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<16usize, 16u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn reserved_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<
                16usize,
                16u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_reserved_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<16usize, 16u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn new_bitfield_1(
        numCandsPerBlk16x16: u32,
        numCandsPerBlk16x8: u32,
        numCandsPerBlk8x16: u32,
        numCandsPerBlk8x8: u32,
        reserved: u32,
    ) -> __BindgenBitfieldUnit<[u8; 4usize]> {
        let mut __bindgen_bitfield_unit: __BindgenBitfieldUnit<[u8; 4usize]> = Default::default();
        __bindgen_bitfield_unit.set_const::<0usize, 4u8>({
            let numCandsPerBlk16x16: u32 = unsafe { ::std::mem::transmute(numCandsPerBlk16x16) };
            numCandsPerBlk16x16 as u64
        });
        __bindgen_bitfield_unit.set_const::<4usize, 4u8>({
            let numCandsPerBlk16x8: u32 = unsafe { ::std::mem::transmute(numCandsPerBlk16x8) };
            numCandsPerBlk16x8 as u64
        });
        __bindgen_bitfield_unit.set_const::<8usize, 4u8>({
            let numCandsPerBlk8x16: u32 = unsafe { ::std::mem::transmute(numCandsPerBlk8x16) };
            numCandsPerBlk8x16 as u64
        });
        __bindgen_bitfield_unit.set_const::<12usize, 4u8>({
            let numCandsPerBlk8x8: u32 = unsafe { ::std::mem::transmute(numCandsPerBlk8x8) };
            numCandsPerBlk8x8 as u64
        });
        __bindgen_bitfield_unit.set_const::<16usize, 16u8>({
            let reserved: u32 = unsafe { ::std::mem::transmute(reserved) };
            reserved as u64
        });
        __bindgen_bitfield_unit
    }
}
#[repr(C)]
#[derive(Debug, Default, Copy, Clone)]
pub struct NVENC_EXTERNAL_ME_HINT {
    pub _bindgen_align: [u32; 0],
    pub _bitfield_1: __BindgenBitfieldUnit<[u8; 4usize]>,
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NVENC_EXTERNAL_ME_HINT"][::std::mem::size_of::<NVENC_EXTERNAL_ME_HINT>() - 4usize];
    ["Alignment of NVENC_EXTERNAL_ME_HINT"]
        [::std::mem::align_of::<NVENC_EXTERNAL_ME_HINT>() - 4usize];
};
impl NVENC_EXTERNAL_ME_HINT {
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn mvx(&self) -> i32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<0usize, 12u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_mvx(&mut self, val: i32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<0usize, 12u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn mvx_raw(this: *const Self) -> i32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<0usize, 12u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_mvx_raw(this: *mut Self, val: i32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<0usize, 12u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn mvy(&self) -> i32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<12usize, 10u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_mvy(&mut self, val: i32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<12usize, 10u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn mvy_raw(this: *const Self) -> i32 {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<
                12usize,
                10u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_mvy_raw(this: *mut Self, val: i32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<12usize, 10u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn refidx(&self) -> i32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<22usize, 5u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_refidx(&mut self, val: i32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<22usize, 5u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn refidx_raw(this: *const Self) -> i32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<22usize, 5u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_refidx_raw(this: *mut Self, val: i32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<22usize, 5u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn dir(&self) -> i32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<27usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_dir(&mut self, val: i32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<27usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn dir_raw(this: *const Self) -> i32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<27usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_dir_raw(this: *mut Self, val: i32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<27usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn partType(&self) -> i32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<28usize, 2u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_partType(&mut self, val: i32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<28usize, 2u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn partType_raw(this: *const Self) -> i32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<28usize, 2u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_partType_raw(this: *mut Self, val: i32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<28usize, 2u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn lastofPart(&self) -> i32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<30usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_lastofPart(&mut self, val: i32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<30usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn lastofPart_raw(this: *const Self) -> i32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<30usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_lastofPart_raw(this: *mut Self, val: i32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<30usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn lastOfMB(&self) -> i32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<31usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_lastOfMB(&mut self, val: i32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<31usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn lastOfMB_raw(this: *const Self) -> i32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<31usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_lastOfMB_raw(this: *mut Self, val: i32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<31usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn new_bitfield_1(
        mvx: i32,
        mvy: i32,
        refidx: i32,
        dir: i32,
        partType: i32,
        lastofPart: i32,
        lastOfMB: i32,
    ) -> __BindgenBitfieldUnit<[u8; 4usize]> {
        let mut __bindgen_bitfield_unit: __BindgenBitfieldUnit<[u8; 4usize]> = Default::default();
        __bindgen_bitfield_unit.set_const::<0usize, 12u8>({
            let mvx: u32 = unsafe { ::std::mem::transmute(mvx) };
            mvx as u64
        });
        __bindgen_bitfield_unit.set_const::<12usize, 10u8>({
            let mvy: u32 = unsafe { ::std::mem::transmute(mvy) };
            mvy as u64
        });
        __bindgen_bitfield_unit.set_const::<22usize, 5u8>({
            let refidx: u32 = unsafe { ::std::mem::transmute(refidx) };
            refidx as u64
        });
        __bindgen_bitfield_unit.set_const::<27usize, 1u8>({
            let dir: u32 = unsafe { ::std::mem::transmute(dir) };
            dir as u64
        });
        __bindgen_bitfield_unit.set_const::<28usize, 2u8>({
            let partType: u32 = unsafe { ::std::mem::transmute(partType) };
            partType as u64
        });
        __bindgen_bitfield_unit.set_const::<30usize, 1u8>({
            let lastofPart: u32 = unsafe { ::std::mem::transmute(lastofPart) };
            lastofPart as u64
        });
        __bindgen_bitfield_unit.set_const::<31usize, 1u8>({
            let lastOfMB: u32 = unsafe { ::std::mem::transmute(lastOfMB) };
            lastOfMB as u64
        });
        __bindgen_bitfield_unit
    }
}
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct NV_ENC_CONFIG_H264 {
    pub _bitfield_1: __BindgenBitfieldUnit<[u8; 4usize]>,
    pub level: u32,
    pub idrPeriod: u32,
    pub separateColourPlaneFlag: u32,
    pub disableDeblockingFilterIDC: u32,
    pub numTemporalLayers: u32,
    pub spsId: u32,
    pub ppsId: u32,
    pub adaptiveTransformMode: NV_ENC_H264_ADAPTIVE_TRANSFORM_MODE,
    pub fmoMode: NV_ENC_H264_FMO_MODE,
    pub bdirectMode: NV_ENC_H264_BDIRECT_MODE,
    pub entropyCodingMode: NV_ENC_H264_ENTROPY_CODING_MODE,
    pub stereoMode: NV_ENC_STEREO_PACKING_MODE,
    pub intraRefreshPeriod: u32,
    pub intraRefreshCnt: u32,
    pub maxNumRefFrames: u32,
    pub sliceMode: u32,
    pub sliceModeData: u32,
    pub h264VUIParameters: NV_ENC_CONFIG_H264_VUI_PARAMETERS,
    pub ltrNumFrames: u32,
    pub ltrTrustMode: u32,
    pub chromaFormatIDC: u32,
    pub maxTemporalLayers: u32,
    pub useBFramesAsRef: NV_ENC_BFRAME_REF_MODE,
    pub numRefL0: NV_ENC_NUM_REF_FRAMES,
    pub numRefL1: NV_ENC_NUM_REF_FRAMES,
    pub reserved1: [u32; 267usize],
    pub reserved2: [*mut ::std::os::raw::c_void; 64usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_CONFIG_H264"][::std::mem::size_of::<NV_ENC_CONFIG_H264>() - 1792usize];
    ["Alignment of NV_ENC_CONFIG_H264"][::std::mem::align_of::<NV_ENC_CONFIG_H264>() - 8usize];
    ["Offset of field: NV_ENC_CONFIG_H264::level"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264, level) - 4usize];
    ["Offset of field: NV_ENC_CONFIG_H264::idrPeriod"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264, idrPeriod) - 8usize];
    ["Offset of field: NV_ENC_CONFIG_H264::separateColourPlaneFlag"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264, separateColourPlaneFlag) - 12usize];
    ["Offset of field: NV_ENC_CONFIG_H264::disableDeblockingFilterIDC"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264, disableDeblockingFilterIDC) - 16usize];
    ["Offset of field: NV_ENC_CONFIG_H264::numTemporalLayers"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264, numTemporalLayers) - 20usize];
    ["Offset of field: NV_ENC_CONFIG_H264::spsId"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264, spsId) - 24usize];
    ["Offset of field: NV_ENC_CONFIG_H264::ppsId"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264, ppsId) - 28usize];
    ["Offset of field: NV_ENC_CONFIG_H264::adaptiveTransformMode"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264, adaptiveTransformMode) - 32usize];
    ["Offset of field: NV_ENC_CONFIG_H264::fmoMode"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264, fmoMode) - 36usize];
    ["Offset of field: NV_ENC_CONFIG_H264::bdirectMode"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264, bdirectMode) - 40usize];
    ["Offset of field: NV_ENC_CONFIG_H264::entropyCodingMode"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264, entropyCodingMode) - 44usize];
    ["Offset of field: NV_ENC_CONFIG_H264::stereoMode"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264, stereoMode) - 48usize];
    ["Offset of field: NV_ENC_CONFIG_H264::intraRefreshPeriod"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264, intraRefreshPeriod) - 52usize];
    ["Offset of field: NV_ENC_CONFIG_H264::intraRefreshCnt"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264, intraRefreshCnt) - 56usize];
    ["Offset of field: NV_ENC_CONFIG_H264::maxNumRefFrames"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264, maxNumRefFrames) - 60usize];
    ["Offset of field: NV_ENC_CONFIG_H264::sliceMode"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264, sliceMode) - 64usize];
    ["Offset of field: NV_ENC_CONFIG_H264::sliceModeData"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264, sliceModeData) - 68usize];
    ["Offset of field: NV_ENC_CONFIG_H264::h264VUIParameters"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264, h264VUIParameters) - 72usize];
    ["Offset of field: NV_ENC_CONFIG_H264::ltrNumFrames"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264, ltrNumFrames) - 184usize];
    ["Offset of field: NV_ENC_CONFIG_H264::ltrTrustMode"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264, ltrTrustMode) - 188usize];
    ["Offset of field: NV_ENC_CONFIG_H264::chromaFormatIDC"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264, chromaFormatIDC) - 192usize];
    ["Offset of field: NV_ENC_CONFIG_H264::maxTemporalLayers"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264, maxTemporalLayers) - 196usize];
    ["Offset of field: NV_ENC_CONFIG_H264::useBFramesAsRef"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264, useBFramesAsRef) - 200usize];
    ["Offset of field: NV_ENC_CONFIG_H264::numRefL0"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264, numRefL0) - 204usize];
    ["Offset of field: NV_ENC_CONFIG_H264::numRefL1"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264, numRefL1) - 208usize];
    ["Offset of field: NV_ENC_CONFIG_H264::reserved1"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264, reserved1) - 212usize];
    ["Offset of field: NV_ENC_CONFIG_H264::reserved2"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264, reserved2) - 1280usize];
};
impl Default for NV_ENC_CONFIG_H264 {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
impl NV_ENC_CONFIG_H264 {
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enableTemporalSVC(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<0usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enableTemporalSVC(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<0usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enableTemporalSVC_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<0usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enableTemporalSVC_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<0usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enableStereoMVC(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<1usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enableStereoMVC(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<1usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enableStereoMVC_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<1usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enableStereoMVC_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<1usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn hierarchicalPFrames(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<2usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_hierarchicalPFrames(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<2usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn hierarchicalPFrames_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<2usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_hierarchicalPFrames_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<2usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn hierarchicalBFrames(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<3usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_hierarchicalBFrames(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<3usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn hierarchicalBFrames_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<3usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_hierarchicalBFrames_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<3usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn outputBufferingPeriodSEI(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<4usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_outputBufferingPeriodSEI(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<4usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn outputBufferingPeriodSEI_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<4usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_outputBufferingPeriodSEI_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<4usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn outputPictureTimingSEI(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<5usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_outputPictureTimingSEI(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<5usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn outputPictureTimingSEI_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<5usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_outputPictureTimingSEI_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<5usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn outputAUD(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<6usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_outputAUD(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<6usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn outputAUD_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<6usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_outputAUD_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<6usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn disableSPSPPS(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<7usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_disableSPSPPS(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<7usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn disableSPSPPS_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<7usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_disableSPSPPS_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<7usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn outputFramePackingSEI(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<8usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_outputFramePackingSEI(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<8usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn outputFramePackingSEI_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<8usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_outputFramePackingSEI_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<8usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn outputRecoveryPointSEI(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<9usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_outputRecoveryPointSEI(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<9usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn outputRecoveryPointSEI_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<9usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_outputRecoveryPointSEI_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<9usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enableIntraRefresh(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<10usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enableIntraRefresh(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<10usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enableIntraRefresh_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<10usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enableIntraRefresh_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<10usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enableConstrainedEncoding(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<11usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enableConstrainedEncoding(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<11usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enableConstrainedEncoding_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<11usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enableConstrainedEncoding_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<11usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn repeatSPSPPS(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<12usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_repeatSPSPPS(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<12usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn repeatSPSPPS_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<12usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_repeatSPSPPS_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<12usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enableVFR(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<13usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enableVFR(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<13usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enableVFR_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<13usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enableVFR_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<13usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enableLTR(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<14usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enableLTR(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<14usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enableLTR_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<14usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enableLTR_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<14usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn qpPrimeYZeroTransformBypassFlag(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<15usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_qpPrimeYZeroTransformBypassFlag(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<15usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn qpPrimeYZeroTransformBypassFlag_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<15usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_qpPrimeYZeroTransformBypassFlag_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<15usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn useConstrainedIntraPred(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<16usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_useConstrainedIntraPred(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<16usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn useConstrainedIntraPred_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<16usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_useConstrainedIntraPred_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<16usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enableFillerDataInsertion(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<17usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enableFillerDataInsertion(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<17usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enableFillerDataInsertion_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<17usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enableFillerDataInsertion_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<17usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn disableSVCPrefixNalu(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<18usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_disableSVCPrefixNalu(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<18usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn disableSVCPrefixNalu_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<18usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_disableSVCPrefixNalu_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<18usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enableScalabilityInfoSEI(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<19usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enableScalabilityInfoSEI(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<19usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enableScalabilityInfoSEI_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<19usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enableScalabilityInfoSEI_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<19usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn singleSliceIntraRefresh(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<20usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_singleSliceIntraRefresh(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<20usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn singleSliceIntraRefresh_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<20usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_singleSliceIntraRefresh_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<20usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn reservedBitFields(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<21usize, 11u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_reservedBitFields(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<21usize, 11u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn reservedBitFields_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<
                21usize,
                11u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_reservedBitFields_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<21usize, 11u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn new_bitfield_1(
        enableTemporalSVC: u32,
        enableStereoMVC: u32,
        hierarchicalPFrames: u32,
        hierarchicalBFrames: u32,
        outputBufferingPeriodSEI: u32,
        outputPictureTimingSEI: u32,
        outputAUD: u32,
        disableSPSPPS: u32,
        outputFramePackingSEI: u32,
        outputRecoveryPointSEI: u32,
        enableIntraRefresh: u32,
        enableConstrainedEncoding: u32,
        repeatSPSPPS: u32,
        enableVFR: u32,
        enableLTR: u32,
        qpPrimeYZeroTransformBypassFlag: u32,
        useConstrainedIntraPred: u32,
        enableFillerDataInsertion: u32,
        disableSVCPrefixNalu: u32,
        enableScalabilityInfoSEI: u32,
        singleSliceIntraRefresh: u32,
        reservedBitFields: u32,
    ) -> __BindgenBitfieldUnit<[u8; 4usize]> {
        let mut __bindgen_bitfield_unit: __BindgenBitfieldUnit<[u8; 4usize]> = Default::default();
        __bindgen_bitfield_unit.set_const::<0usize, 1u8>({
            let enableTemporalSVC: u32 = unsafe { ::std::mem::transmute(enableTemporalSVC) };
            enableTemporalSVC as u64
        });
        __bindgen_bitfield_unit.set_const::<1usize, 1u8>({
            let enableStereoMVC: u32 = unsafe { ::std::mem::transmute(enableStereoMVC) };
            enableStereoMVC as u64
        });
        __bindgen_bitfield_unit.set_const::<2usize, 1u8>({
            let hierarchicalPFrames: u32 = unsafe { ::std::mem::transmute(hierarchicalPFrames) };
            hierarchicalPFrames as u64
        });
        __bindgen_bitfield_unit.set_const::<3usize, 1u8>({
            let hierarchicalBFrames: u32 = unsafe { ::std::mem::transmute(hierarchicalBFrames) };
            hierarchicalBFrames as u64
        });
        __bindgen_bitfield_unit.set_const::<4usize, 1u8>({
            let outputBufferingPeriodSEI: u32 =
                unsafe { ::std::mem::transmute(outputBufferingPeriodSEI) };
            outputBufferingPeriodSEI as u64
        });
        __bindgen_bitfield_unit.set_const::<5usize, 1u8>({
            let outputPictureTimingSEI: u32 =
                unsafe { ::std::mem::transmute(outputPictureTimingSEI) };
            outputPictureTimingSEI as u64
        });
        __bindgen_bitfield_unit.set_const::<6usize, 1u8>({
            let outputAUD: u32 = unsafe { ::std::mem::transmute(outputAUD) };
            outputAUD as u64
        });
        __bindgen_bitfield_unit.set_const::<7usize, 1u8>({
            let disableSPSPPS: u32 = unsafe { ::std::mem::transmute(disableSPSPPS) };
            disableSPSPPS as u64
        });
        __bindgen_bitfield_unit.set_const::<8usize, 1u8>({
            let outputFramePackingSEI: u32 =
                unsafe { ::std::mem::transmute(outputFramePackingSEI) };
            outputFramePackingSEI as u64
        });
        __bindgen_bitfield_unit.set_const::<9usize, 1u8>({
            let outputRecoveryPointSEI: u32 =
                unsafe { ::std::mem::transmute(outputRecoveryPointSEI) };
            outputRecoveryPointSEI as u64
        });
        __bindgen_bitfield_unit.set_const::<10usize, 1u8>({
            let enableIntraRefresh: u32 = unsafe { ::std::mem::transmute(enableIntraRefresh) };
            enableIntraRefresh as u64
        });
        __bindgen_bitfield_unit.set_const::<11usize, 1u8>({
            let enableConstrainedEncoding: u32 =
                unsafe { ::std::mem::transmute(enableConstrainedEncoding) };
            enableConstrainedEncoding as u64
        });
        __bindgen_bitfield_unit.set_const::<12usize, 1u8>({
            let repeatSPSPPS: u32 = unsafe { ::std::mem::transmute(repeatSPSPPS) };
            repeatSPSPPS as u64
        });
        __bindgen_bitfield_unit.set_const::<13usize, 1u8>({
            let enableVFR: u32 = unsafe { ::std::mem::transmute(enableVFR) };
            enableVFR as u64
        });
        __bindgen_bitfield_unit.set_const::<14usize, 1u8>({
            let enableLTR: u32 = unsafe { ::std::mem::transmute(enableLTR) };
            enableLTR as u64
        });
        __bindgen_bitfield_unit.set_const::<15usize, 1u8>({
            let qpPrimeYZeroTransformBypassFlag: u32 =
                unsafe { ::std::mem::transmute(qpPrimeYZeroTransformBypassFlag) };
            qpPrimeYZeroTransformBypassFlag as u64
        });
        __bindgen_bitfield_unit.set_const::<16usize, 1u8>({
            let useConstrainedIntraPred: u32 =
                unsafe { ::std::mem::transmute(useConstrainedIntraPred) };
            useConstrainedIntraPred as u64
        });
        __bindgen_bitfield_unit.set_const::<17usize, 1u8>({
            let enableFillerDataInsertion: u32 =
                unsafe { ::std::mem::transmute(enableFillerDataInsertion) };
            enableFillerDataInsertion as u64
        });
        __bindgen_bitfield_unit.set_const::<18usize, 1u8>({
            let disableSVCPrefixNalu: u32 = unsafe { ::std::mem::transmute(disableSVCPrefixNalu) };
            disableSVCPrefixNalu as u64
        });
        __bindgen_bitfield_unit.set_const::<19usize, 1u8>({
            let enableScalabilityInfoSEI: u32 =
                unsafe { ::std::mem::transmute(enableScalabilityInfoSEI) };
            enableScalabilityInfoSEI as u64
        });
        __bindgen_bitfield_unit.set_const::<20usize, 1u8>({
            let singleSliceIntraRefresh: u32 =
                unsafe { ::std::mem::transmute(singleSliceIntraRefresh) };
            singleSliceIntraRefresh as u64
        });
        __bindgen_bitfield_unit.set_const::<21usize, 11u8>({
            let reservedBitFields: u32 = unsafe { ::std::mem::transmute(reservedBitFields) };
            reservedBitFields as u64
        });
        __bindgen_bitfield_unit
    }
}
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct NV_ENC_CONFIG_HEVC {
    pub level: u32,
    pub tier: u32,
    pub minCUSize: NV_ENC_HEVC_CUSIZE,
    pub maxCUSize: NV_ENC_HEVC_CUSIZE,
    pub _bitfield_1: __BindgenBitfieldUnit<[u8; 4usize]>,
    pub idrPeriod: u32,
    pub intraRefreshPeriod: u32,
    pub intraRefreshCnt: u32,
    pub maxNumRefFramesInDPB: u32,
    pub ltrNumFrames: u32,
    pub vpsId: u32,
    pub spsId: u32,
    pub ppsId: u32,
    pub sliceMode: u32,
    pub sliceModeData: u32,
    pub maxTemporalLayersMinus1: u32,
    pub hevcVUIParameters: NV_ENC_CONFIG_HEVC_VUI_PARAMETERS,
    pub ltrTrustMode: u32,
    pub useBFramesAsRef: NV_ENC_BFRAME_REF_MODE,
    pub numRefL0: NV_ENC_NUM_REF_FRAMES,
    pub numRefL1: NV_ENC_NUM_REF_FRAMES,
    pub reserved1: [u32; 214usize],
    pub reserved2: [*mut ::std::os::raw::c_void; 64usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_CONFIG_HEVC"][::std::mem::size_of::<NV_ENC_CONFIG_HEVC>() - 1560usize];
    ["Alignment of NV_ENC_CONFIG_HEVC"][::std::mem::align_of::<NV_ENC_CONFIG_HEVC>() - 8usize];
    ["Offset of field: NV_ENC_CONFIG_HEVC::level"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_HEVC, level) - 0usize];
    ["Offset of field: NV_ENC_CONFIG_HEVC::tier"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_HEVC, tier) - 4usize];
    ["Offset of field: NV_ENC_CONFIG_HEVC::minCUSize"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_HEVC, minCUSize) - 8usize];
    ["Offset of field: NV_ENC_CONFIG_HEVC::maxCUSize"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_HEVC, maxCUSize) - 12usize];
    ["Offset of field: NV_ENC_CONFIG_HEVC::idrPeriod"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_HEVC, idrPeriod) - 20usize];
    ["Offset of field: NV_ENC_CONFIG_HEVC::intraRefreshPeriod"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_HEVC, intraRefreshPeriod) - 24usize];
    ["Offset of field: NV_ENC_CONFIG_HEVC::intraRefreshCnt"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_HEVC, intraRefreshCnt) - 28usize];
    ["Offset of field: NV_ENC_CONFIG_HEVC::maxNumRefFramesInDPB"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_HEVC, maxNumRefFramesInDPB) - 32usize];
    ["Offset of field: NV_ENC_CONFIG_HEVC::ltrNumFrames"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_HEVC, ltrNumFrames) - 36usize];
    ["Offset of field: NV_ENC_CONFIG_HEVC::vpsId"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_HEVC, vpsId) - 40usize];
    ["Offset of field: NV_ENC_CONFIG_HEVC::spsId"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_HEVC, spsId) - 44usize];
    ["Offset of field: NV_ENC_CONFIG_HEVC::ppsId"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_HEVC, ppsId) - 48usize];
    ["Offset of field: NV_ENC_CONFIG_HEVC::sliceMode"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_HEVC, sliceMode) - 52usize];
    ["Offset of field: NV_ENC_CONFIG_HEVC::sliceModeData"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_HEVC, sliceModeData) - 56usize];
    ["Offset of field: NV_ENC_CONFIG_HEVC::maxTemporalLayersMinus1"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_HEVC, maxTemporalLayersMinus1) - 60usize];
    ["Offset of field: NV_ENC_CONFIG_HEVC::hevcVUIParameters"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_HEVC, hevcVUIParameters) - 64usize];
    ["Offset of field: NV_ENC_CONFIG_HEVC::ltrTrustMode"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_HEVC, ltrTrustMode) - 176usize];
    ["Offset of field: NV_ENC_CONFIG_HEVC::useBFramesAsRef"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_HEVC, useBFramesAsRef) - 180usize];
    ["Offset of field: NV_ENC_CONFIG_HEVC::numRefL0"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_HEVC, numRefL0) - 184usize];
    ["Offset of field: NV_ENC_CONFIG_HEVC::numRefL1"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_HEVC, numRefL1) - 188usize];
    ["Offset of field: NV_ENC_CONFIG_HEVC::reserved1"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_HEVC, reserved1) - 192usize];
    ["Offset of field: NV_ENC_CONFIG_HEVC::reserved2"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_HEVC, reserved2) - 1048usize];
};
impl Default for NV_ENC_CONFIG_HEVC {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
impl NV_ENC_CONFIG_HEVC {
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn useConstrainedIntraPred(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<0usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_useConstrainedIntraPred(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<0usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn useConstrainedIntraPred_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<0usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_useConstrainedIntraPred_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<0usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn disableDeblockAcrossSliceBoundary(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<1usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_disableDeblockAcrossSliceBoundary(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<1usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn disableDeblockAcrossSliceBoundary_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<1usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_disableDeblockAcrossSliceBoundary_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<1usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn outputBufferingPeriodSEI(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<2usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_outputBufferingPeriodSEI(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<2usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn outputBufferingPeriodSEI_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<2usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_outputBufferingPeriodSEI_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<2usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn outputPictureTimingSEI(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<3usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_outputPictureTimingSEI(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<3usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn outputPictureTimingSEI_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<3usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_outputPictureTimingSEI_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<3usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn outputAUD(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<4usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_outputAUD(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<4usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn outputAUD_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<4usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_outputAUD_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<4usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enableLTR(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<5usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enableLTR(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<5usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enableLTR_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<5usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enableLTR_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<5usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn disableSPSPPS(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<6usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_disableSPSPPS(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<6usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn disableSPSPPS_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<6usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_disableSPSPPS_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<6usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn repeatSPSPPS(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<7usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_repeatSPSPPS(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<7usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn repeatSPSPPS_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<7usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_repeatSPSPPS_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<7usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enableIntraRefresh(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<8usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enableIntraRefresh(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<8usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enableIntraRefresh_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<8usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enableIntraRefresh_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<8usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn chromaFormatIDC(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<9usize, 2u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_chromaFormatIDC(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<9usize, 2u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn chromaFormatIDC_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<9usize, 2u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_chromaFormatIDC_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<9usize, 2u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn pixelBitDepthMinus8(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<11usize, 3u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_pixelBitDepthMinus8(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<11usize, 3u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn pixelBitDepthMinus8_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<11usize, 3u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_pixelBitDepthMinus8_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<11usize, 3u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enableFillerDataInsertion(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<14usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enableFillerDataInsertion(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<14usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enableFillerDataInsertion_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<14usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enableFillerDataInsertion_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<14usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enableConstrainedEncoding(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<15usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enableConstrainedEncoding(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<15usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enableConstrainedEncoding_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<15usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enableConstrainedEncoding_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<15usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enableAlphaLayerEncoding(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<16usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enableAlphaLayerEncoding(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<16usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enableAlphaLayerEncoding_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<16usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enableAlphaLayerEncoding_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<16usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn singleSliceIntraRefresh(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<17usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_singleSliceIntraRefresh(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<17usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn singleSliceIntraRefresh_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<17usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_singleSliceIntraRefresh_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<17usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn reserved(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<18usize, 14u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_reserved(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<18usize, 14u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn reserved_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<
                18usize,
                14u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_reserved_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<18usize, 14u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn new_bitfield_1(
        useConstrainedIntraPred: u32,
        disableDeblockAcrossSliceBoundary: u32,
        outputBufferingPeriodSEI: u32,
        outputPictureTimingSEI: u32,
        outputAUD: u32,
        enableLTR: u32,
        disableSPSPPS: u32,
        repeatSPSPPS: u32,
        enableIntraRefresh: u32,
        chromaFormatIDC: u32,
        pixelBitDepthMinus8: u32,
        enableFillerDataInsertion: u32,
        enableConstrainedEncoding: u32,
        enableAlphaLayerEncoding: u32,
        singleSliceIntraRefresh: u32,
        reserved: u32,
    ) -> __BindgenBitfieldUnit<[u8; 4usize]> {
        let mut __bindgen_bitfield_unit: __BindgenBitfieldUnit<[u8; 4usize]> = Default::default();
        __bindgen_bitfield_unit.set_const::<0usize, 1u8>({
            let useConstrainedIntraPred: u32 =
                unsafe { ::std::mem::transmute(useConstrainedIntraPred) };
            useConstrainedIntraPred as u64
        });
        __bindgen_bitfield_unit.set_const::<1usize, 1u8>({
            let disableDeblockAcrossSliceBoundary: u32 =
                unsafe { ::std::mem::transmute(disableDeblockAcrossSliceBoundary) };
            disableDeblockAcrossSliceBoundary as u64
        });
        __bindgen_bitfield_unit.set_const::<2usize, 1u8>({
            let outputBufferingPeriodSEI: u32 =
                unsafe { ::std::mem::transmute(outputBufferingPeriodSEI) };
            outputBufferingPeriodSEI as u64
        });
        __bindgen_bitfield_unit.set_const::<3usize, 1u8>({
            let outputPictureTimingSEI: u32 =
                unsafe { ::std::mem::transmute(outputPictureTimingSEI) };
            outputPictureTimingSEI as u64
        });
        __bindgen_bitfield_unit.set_const::<4usize, 1u8>({
            let outputAUD: u32 = unsafe { ::std::mem::transmute(outputAUD) };
            outputAUD as u64
        });
        __bindgen_bitfield_unit.set_const::<5usize, 1u8>({
            let enableLTR: u32 = unsafe { ::std::mem::transmute(enableLTR) };
            enableLTR as u64
        });
        __bindgen_bitfield_unit.set_const::<6usize, 1u8>({
            let disableSPSPPS: u32 = unsafe { ::std::mem::transmute(disableSPSPPS) };
            disableSPSPPS as u64
        });
        __bindgen_bitfield_unit.set_const::<7usize, 1u8>({
            let repeatSPSPPS: u32 = unsafe { ::std::mem::transmute(repeatSPSPPS) };
            repeatSPSPPS as u64
        });
        __bindgen_bitfield_unit.set_const::<8usize, 1u8>({
            let enableIntraRefresh: u32 = unsafe { ::std::mem::transmute(enableIntraRefresh) };
            enableIntraRefresh as u64
        });
        __bindgen_bitfield_unit.set_const::<9usize, 2u8>({
            let chromaFormatIDC: u32 = unsafe { ::std::mem::transmute(chromaFormatIDC) };
            chromaFormatIDC as u64
        });
        __bindgen_bitfield_unit.set_const::<11usize, 3u8>({
            let pixelBitDepthMinus8: u32 = unsafe { ::std::mem::transmute(pixelBitDepthMinus8) };
            pixelBitDepthMinus8 as u64
        });
        __bindgen_bitfield_unit.set_const::<14usize, 1u8>({
            let enableFillerDataInsertion: u32 =
                unsafe { ::std::mem::transmute(enableFillerDataInsertion) };
            enableFillerDataInsertion as u64
        });
        __bindgen_bitfield_unit.set_const::<15usize, 1u8>({
            let enableConstrainedEncoding: u32 =
                unsafe { ::std::mem::transmute(enableConstrainedEncoding) };
            enableConstrainedEncoding as u64
        });
        __bindgen_bitfield_unit.set_const::<16usize, 1u8>({
            let enableAlphaLayerEncoding: u32 =
                unsafe { ::std::mem::transmute(enableAlphaLayerEncoding) };
            enableAlphaLayerEncoding as u64
        });
        __bindgen_bitfield_unit.set_const::<17usize, 1u8>({
            let singleSliceIntraRefresh: u32 =
                unsafe { ::std::mem::transmute(singleSliceIntraRefresh) };
            singleSliceIntraRefresh as u64
        });
        __bindgen_bitfield_unit.set_const::<18usize, 14u8>({
            let reserved: u32 = unsafe { ::std::mem::transmute(reserved) };
            reserved as u64
        });
        __bindgen_bitfield_unit
    }
}
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct NV_ENC_CONFIG_H264_MEONLY {
    pub _bitfield_1: __BindgenBitfieldUnit<[u8; 4usize]>,
    pub reserved1: [u32; 255usize],
    pub reserved2: [*mut ::std::os::raw::c_void; 64usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_CONFIG_H264_MEONLY"]
        [::std::mem::size_of::<NV_ENC_CONFIG_H264_MEONLY>() - 1536usize];
    ["Alignment of NV_ENC_CONFIG_H264_MEONLY"]
        [::std::mem::align_of::<NV_ENC_CONFIG_H264_MEONLY>() - 8usize];
    ["Offset of field: NV_ENC_CONFIG_H264_MEONLY::reserved1"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264_MEONLY, reserved1) - 4usize];
    ["Offset of field: NV_ENC_CONFIG_H264_MEONLY::reserved2"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_H264_MEONLY, reserved2) - 1024usize];
};
impl Default for NV_ENC_CONFIG_H264_MEONLY {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
impl NV_ENC_CONFIG_H264_MEONLY {
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn disablePartition16x16(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<0usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_disablePartition16x16(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<0usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn disablePartition16x16_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<0usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_disablePartition16x16_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<0usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn disablePartition8x16(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<1usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_disablePartition8x16(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<1usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn disablePartition8x16_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<1usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_disablePartition8x16_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<1usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn disablePartition16x8(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<2usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_disablePartition16x8(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<2usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn disablePartition16x8_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<2usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_disablePartition16x8_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<2usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn disablePartition8x8(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<3usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_disablePartition8x8(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<3usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn disablePartition8x8_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<3usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_disablePartition8x8_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<3usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn disableIntraSearch(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<4usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_disableIntraSearch(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<4usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn disableIntraSearch_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<4usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_disableIntraSearch_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<4usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn bStereoEnable(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<5usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_bStereoEnable(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<5usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn bStereoEnable_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<5usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_bStereoEnable_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<5usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn reserved(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<6usize, 26u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_reserved(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<6usize, 26u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn reserved_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<6usize, 26u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_reserved_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<6usize, 26u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn new_bitfield_1(
        disablePartition16x16: u32,
        disablePartition8x16: u32,
        disablePartition16x8: u32,
        disablePartition8x8: u32,
        disableIntraSearch: u32,
        bStereoEnable: u32,
        reserved: u32,
    ) -> __BindgenBitfieldUnit<[u8; 4usize]> {
        let mut __bindgen_bitfield_unit: __BindgenBitfieldUnit<[u8; 4usize]> = Default::default();
        __bindgen_bitfield_unit.set_const::<0usize, 1u8>({
            let disablePartition16x16: u32 =
                unsafe { ::std::mem::transmute(disablePartition16x16) };
            disablePartition16x16 as u64
        });
        __bindgen_bitfield_unit.set_const::<1usize, 1u8>({
            let disablePartition8x16: u32 = unsafe { ::std::mem::transmute(disablePartition8x16) };
            disablePartition8x16 as u64
        });
        __bindgen_bitfield_unit.set_const::<2usize, 1u8>({
            let disablePartition16x8: u32 = unsafe { ::std::mem::transmute(disablePartition16x8) };
            disablePartition16x8 as u64
        });
        __bindgen_bitfield_unit.set_const::<3usize, 1u8>({
            let disablePartition8x8: u32 = unsafe { ::std::mem::transmute(disablePartition8x8) };
            disablePartition8x8 as u64
        });
        __bindgen_bitfield_unit.set_const::<4usize, 1u8>({
            let disableIntraSearch: u32 = unsafe { ::std::mem::transmute(disableIntraSearch) };
            disableIntraSearch as u64
        });
        __bindgen_bitfield_unit.set_const::<5usize, 1u8>({
            let bStereoEnable: u32 = unsafe { ::std::mem::transmute(bStereoEnable) };
            bStereoEnable as u64
        });
        __bindgen_bitfield_unit.set_const::<6usize, 26u8>({
            let reserved: u32 = unsafe { ::std::mem::transmute(reserved) };
            reserved as u64
        });
        __bindgen_bitfield_unit
    }
}
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct NV_ENC_CONFIG_HEVC_MEONLY {
    pub reserved: [u32; 256usize],
    pub reserved1: [*mut ::std::os::raw::c_void; 64usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_CONFIG_HEVC_MEONLY"]
        [::std::mem::size_of::<NV_ENC_CONFIG_HEVC_MEONLY>() - 1536usize];
    ["Alignment of NV_ENC_CONFIG_HEVC_MEONLY"]
        [::std::mem::align_of::<NV_ENC_CONFIG_HEVC_MEONLY>() - 8usize];
    ["Offset of field: NV_ENC_CONFIG_HEVC_MEONLY::reserved"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_HEVC_MEONLY, reserved) - 0usize];
    ["Offset of field: NV_ENC_CONFIG_HEVC_MEONLY::reserved1"]
        [::std::mem::offset_of!(NV_ENC_CONFIG_HEVC_MEONLY, reserved1) - 1024usize];
};
impl Default for NV_ENC_CONFIG_HEVC_MEONLY {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Copy, Clone)]
pub union NV_ENC_CODEC_CONFIG {
    pub h264Config: NV_ENC_CONFIG_H264,
    pub hevcConfig: NV_ENC_CONFIG_HEVC,
    pub h264MeOnlyConfig: NV_ENC_CONFIG_H264_MEONLY,
    pub hevcMeOnlyConfig: NV_ENC_CONFIG_HEVC_MEONLY,
    pub reserved: [u32; 320usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_CODEC_CONFIG"][::std::mem::size_of::<NV_ENC_CODEC_CONFIG>() - 1792usize];
    ["Alignment of NV_ENC_CODEC_CONFIG"][::std::mem::align_of::<NV_ENC_CODEC_CONFIG>() - 8usize];
    ["Offset of field: NV_ENC_CODEC_CONFIG::h264Config"]
        [::std::mem::offset_of!(NV_ENC_CODEC_CONFIG, h264Config) - 0usize];
    ["Offset of field: NV_ENC_CODEC_CONFIG::hevcConfig"]
        [::std::mem::offset_of!(NV_ENC_CODEC_CONFIG, hevcConfig) - 0usize];
    ["Offset of field: NV_ENC_CODEC_CONFIG::h264MeOnlyConfig"]
        [::std::mem::offset_of!(NV_ENC_CODEC_CONFIG, h264MeOnlyConfig) - 0usize];
    ["Offset of field: NV_ENC_CODEC_CONFIG::hevcMeOnlyConfig"]
        [::std::mem::offset_of!(NV_ENC_CODEC_CONFIG, hevcMeOnlyConfig) - 0usize];
    ["Offset of field: NV_ENC_CODEC_CONFIG::reserved"]
        [::std::mem::offset_of!(NV_ENC_CODEC_CONFIG, reserved) - 0usize];
};
impl Default for NV_ENC_CODEC_CONFIG {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Copy, Clone)]
pub struct NV_ENC_CONFIG {
    pub version: u32,
    pub profileGUID: GUID,
    pub gopLength: u32,
    pub frameIntervalP: i32,
    pub monoChromeEncoding: u32,
    pub frameFieldMode: NV_ENC_PARAMS_FRAME_FIELD_MODE,
    pub mvPrecision: NV_ENC_MV_PRECISION,
    pub rcParams: NV_ENC_RC_PARAMS,
    pub encodeCodecConfig: NV_ENC_CODEC_CONFIG,
    pub reserved: [u32; 278usize],
    pub reserved2: [*mut ::std::os::raw::c_void; 64usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_CONFIG"][::std::mem::size_of::<NV_ENC_CONFIG>() - 3584usize];
    ["Alignment of NV_ENC_CONFIG"][::std::mem::align_of::<NV_ENC_CONFIG>() - 8usize];
    ["Offset of field: NV_ENC_CONFIG::version"]
        [::std::mem::offset_of!(NV_ENC_CONFIG, version) - 0usize];
    ["Offset of field: NV_ENC_CONFIG::profileGUID"]
        [::std::mem::offset_of!(NV_ENC_CONFIG, profileGUID) - 4usize];
    ["Offset of field: NV_ENC_CONFIG::gopLength"]
        [::std::mem::offset_of!(NV_ENC_CONFIG, gopLength) - 20usize];
    ["Offset of field: NV_ENC_CONFIG::frameIntervalP"]
        [::std::mem::offset_of!(NV_ENC_CONFIG, frameIntervalP) - 24usize];
    ["Offset of field: NV_ENC_CONFIG::monoChromeEncoding"]
        [::std::mem::offset_of!(NV_ENC_CONFIG, monoChromeEncoding) - 28usize];
    ["Offset of field: NV_ENC_CONFIG::frameFieldMode"]
        [::std::mem::offset_of!(NV_ENC_CONFIG, frameFieldMode) - 32usize];
    ["Offset of field: NV_ENC_CONFIG::mvPrecision"]
        [::std::mem::offset_of!(NV_ENC_CONFIG, mvPrecision) - 36usize];
    ["Offset of field: NV_ENC_CONFIG::rcParams"]
        [::std::mem::offset_of!(NV_ENC_CONFIG, rcParams) - 40usize];
    ["Offset of field: NV_ENC_CONFIG::encodeCodecConfig"]
        [::std::mem::offset_of!(NV_ENC_CONFIG, encodeCodecConfig) - 168usize];
    ["Offset of field: NV_ENC_CONFIG::reserved"]
        [::std::mem::offset_of!(NV_ENC_CONFIG, reserved) - 1960usize];
    ["Offset of field: NV_ENC_CONFIG::reserved2"]
        [::std::mem::offset_of!(NV_ENC_CONFIG, reserved2) - 3072usize];
};
impl Default for NV_ENC_CONFIG {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
impl NV_ENC_TUNING_INFO {
    pub const NV_ENC_TUNING_INFO_UNDEFINED: NV_ENC_TUNING_INFO = NV_ENC_TUNING_INFO(0);
    pub const NV_ENC_TUNING_INFO_HIGH_QUALITY: NV_ENC_TUNING_INFO = NV_ENC_TUNING_INFO(1);
    pub const NV_ENC_TUNING_INFO_LOW_LATENCY: NV_ENC_TUNING_INFO = NV_ENC_TUNING_INFO(2);
    pub const NV_ENC_TUNING_INFO_ULTRA_LOW_LATENCY: NV_ENC_TUNING_INFO = NV_ENC_TUNING_INFO(3);
    pub const NV_ENC_TUNING_INFO_LOSSLESS: NV_ENC_TUNING_INFO = NV_ENC_TUNING_INFO(4);
    pub const NV_ENC_TUNING_INFO_COUNT: NV_ENC_TUNING_INFO = NV_ENC_TUNING_INFO(5);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct NV_ENC_TUNING_INFO(pub ::std::os::raw::c_uint);
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct NV_ENC_INITIALIZE_PARAMS {
    pub version: u32,
    pub encodeGUID: GUID,
    pub presetGUID: GUID,
    pub encodeWidth: u32,
    pub encodeHeight: u32,
    pub darWidth: u32,
    pub darHeight: u32,
    pub frameRateNum: u32,
    pub frameRateDen: u32,
    pub enableEncodeAsync: u32,
    pub enablePTD: u32,
    pub _bitfield_1: __BindgenBitfieldUnit<[u8; 4usize]>,
    pub privDataSize: u32,
    pub privData: *mut ::std::os::raw::c_void,
    pub encodeConfig: *mut NV_ENC_CONFIG,
    pub maxEncodeWidth: u32,
    pub maxEncodeHeight: u32,
    pub maxMEHintCountsPerBlock: [NVENC_EXTERNAL_ME_HINT_COUNTS_PER_BLOCKTYPE; 2usize],
    pub tuningInfo: NV_ENC_TUNING_INFO,
    pub bufferFormat: NV_ENC_BUFFER_FORMAT,
    pub reserved: [u32; 287usize],
    pub reserved2: [*mut ::std::os::raw::c_void; 64usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_INITIALIZE_PARAMS"]
        [::std::mem::size_of::<NV_ENC_INITIALIZE_PARAMS>() - 1808usize];
    ["Alignment of NV_ENC_INITIALIZE_PARAMS"]
        [::std::mem::align_of::<NV_ENC_INITIALIZE_PARAMS>() - 8usize];
    ["Offset of field: NV_ENC_INITIALIZE_PARAMS::version"]
        [::std::mem::offset_of!(NV_ENC_INITIALIZE_PARAMS, version) - 0usize];
    ["Offset of field: NV_ENC_INITIALIZE_PARAMS::encodeGUID"]
        [::std::mem::offset_of!(NV_ENC_INITIALIZE_PARAMS, encodeGUID) - 4usize];
    ["Offset of field: NV_ENC_INITIALIZE_PARAMS::presetGUID"]
        [::std::mem::offset_of!(NV_ENC_INITIALIZE_PARAMS, presetGUID) - 20usize];
    ["Offset of field: NV_ENC_INITIALIZE_PARAMS::encodeWidth"]
        [::std::mem::offset_of!(NV_ENC_INITIALIZE_PARAMS, encodeWidth) - 36usize];
    ["Offset of field: NV_ENC_INITIALIZE_PARAMS::encodeHeight"]
        [::std::mem::offset_of!(NV_ENC_INITIALIZE_PARAMS, encodeHeight) - 40usize];
    ["Offset of field: NV_ENC_INITIALIZE_PARAMS::darWidth"]
        [::std::mem::offset_of!(NV_ENC_INITIALIZE_PARAMS, darWidth) - 44usize];
    ["Offset of field: NV_ENC_INITIALIZE_PARAMS::darHeight"]
        [::std::mem::offset_of!(NV_ENC_INITIALIZE_PARAMS, darHeight) - 48usize];
    ["Offset of field: NV_ENC_INITIALIZE_PARAMS::frameRateNum"]
        [::std::mem::offset_of!(NV_ENC_INITIALIZE_PARAMS, frameRateNum) - 52usize];
    ["Offset of field: NV_ENC_INITIALIZE_PARAMS::frameRateDen"]
        [::std::mem::offset_of!(NV_ENC_INITIALIZE_PARAMS, frameRateDen) - 56usize];
    ["Offset of field: NV_ENC_INITIALIZE_PARAMS::enableEncodeAsync"]
        [::std::mem::offset_of!(NV_ENC_INITIALIZE_PARAMS, enableEncodeAsync) - 60usize];
    ["Offset of field: NV_ENC_INITIALIZE_PARAMS::enablePTD"]
        [::std::mem::offset_of!(NV_ENC_INITIALIZE_PARAMS, enablePTD) - 64usize];
    ["Offset of field: NV_ENC_INITIALIZE_PARAMS::privDataSize"]
        [::std::mem::offset_of!(NV_ENC_INITIALIZE_PARAMS, privDataSize) - 72usize];
    ["Offset of field: NV_ENC_INITIALIZE_PARAMS::privData"]
        [::std::mem::offset_of!(NV_ENC_INITIALIZE_PARAMS, privData) - 80usize];
    ["Offset of field: NV_ENC_INITIALIZE_PARAMS::encodeConfig"]
        [::std::mem::offset_of!(NV_ENC_INITIALIZE_PARAMS, encodeConfig) - 88usize];
    ["Offset of field: NV_ENC_INITIALIZE_PARAMS::maxEncodeWidth"]
        [::std::mem::offset_of!(NV_ENC_INITIALIZE_PARAMS, maxEncodeWidth) - 96usize];
    ["Offset of field: NV_ENC_INITIALIZE_PARAMS::maxEncodeHeight"]
        [::std::mem::offset_of!(NV_ENC_INITIALIZE_PARAMS, maxEncodeHeight) - 100usize];
    ["Offset of field: NV_ENC_INITIALIZE_PARAMS::maxMEHintCountsPerBlock"]
        [::std::mem::offset_of!(NV_ENC_INITIALIZE_PARAMS, maxMEHintCountsPerBlock) - 104usize];
    ["Offset of field: NV_ENC_INITIALIZE_PARAMS::tuningInfo"]
        [::std::mem::offset_of!(NV_ENC_INITIALIZE_PARAMS, tuningInfo) - 136usize];
    ["Offset of field: NV_ENC_INITIALIZE_PARAMS::bufferFormat"]
        [::std::mem::offset_of!(NV_ENC_INITIALIZE_PARAMS, bufferFormat) - 140usize];
    ["Offset of field: NV_ENC_INITIALIZE_PARAMS::reserved"]
        [::std::mem::offset_of!(NV_ENC_INITIALIZE_PARAMS, reserved) - 144usize];
    ["Offset of field: NV_ENC_INITIALIZE_PARAMS::reserved2"]
        [::std::mem::offset_of!(NV_ENC_INITIALIZE_PARAMS, reserved2) - 1296usize];
};
impl Default for NV_ENC_INITIALIZE_PARAMS {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
impl NV_ENC_INITIALIZE_PARAMS {
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn reportSliceOffsets(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<0usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_reportSliceOffsets(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<0usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn reportSliceOffsets_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<0usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_reportSliceOffsets_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<0usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enableSubFrameWrite(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<1usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enableSubFrameWrite(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<1usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enableSubFrameWrite_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<1usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enableSubFrameWrite_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<1usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enableExternalMEHints(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<2usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enableExternalMEHints(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<2usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enableExternalMEHints_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<2usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enableExternalMEHints_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<2usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enableMEOnlyMode(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<3usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enableMEOnlyMode(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<3usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enableMEOnlyMode_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<3usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enableMEOnlyMode_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<3usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enableWeightedPrediction(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<4usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enableWeightedPrediction(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<4usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enableWeightedPrediction_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<4usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enableWeightedPrediction_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<4usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enableOutputInVidmem(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<5usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enableOutputInVidmem(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<5usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enableOutputInVidmem_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<5usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enableOutputInVidmem_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<5usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn reservedBitFields(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<6usize, 26u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_reservedBitFields(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<6usize, 26u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn reservedBitFields_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<6usize, 26u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_reservedBitFields_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<6usize, 26u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn new_bitfield_1(
        reportSliceOffsets: u32,
        enableSubFrameWrite: u32,
        enableExternalMEHints: u32,
        enableMEOnlyMode: u32,
        enableWeightedPrediction: u32,
        enableOutputInVidmem: u32,
        reservedBitFields: u32,
    ) -> __BindgenBitfieldUnit<[u8; 4usize]> {
        let mut __bindgen_bitfield_unit: __BindgenBitfieldUnit<[u8; 4usize]> = Default::default();
        __bindgen_bitfield_unit.set_const::<0usize, 1u8>({
            let reportSliceOffsets: u32 = unsafe { ::std::mem::transmute(reportSliceOffsets) };
            reportSliceOffsets as u64
        });
        __bindgen_bitfield_unit.set_const::<1usize, 1u8>({
            let enableSubFrameWrite: u32 = unsafe { ::std::mem::transmute(enableSubFrameWrite) };
            enableSubFrameWrite as u64
        });
        __bindgen_bitfield_unit.set_const::<2usize, 1u8>({
            let enableExternalMEHints: u32 =
                unsafe { ::std::mem::transmute(enableExternalMEHints) };
            enableExternalMEHints as u64
        });
        __bindgen_bitfield_unit.set_const::<3usize, 1u8>({
            let enableMEOnlyMode: u32 = unsafe { ::std::mem::transmute(enableMEOnlyMode) };
            enableMEOnlyMode as u64
        });
        __bindgen_bitfield_unit.set_const::<4usize, 1u8>({
            let enableWeightedPrediction: u32 =
                unsafe { ::std::mem::transmute(enableWeightedPrediction) };
            enableWeightedPrediction as u64
        });
        __bindgen_bitfield_unit.set_const::<5usize, 1u8>({
            let enableOutputInVidmem: u32 = unsafe { ::std::mem::transmute(enableOutputInVidmem) };
            enableOutputInVidmem as u64
        });
        __bindgen_bitfield_unit.set_const::<6usize, 26u8>({
            let reservedBitFields: u32 = unsafe { ::std::mem::transmute(reservedBitFields) };
            reservedBitFields as u64
        });
        __bindgen_bitfield_unit
    }
}
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct NV_ENC_RECONFIGURE_PARAMS {
    pub version: u32,
    pub reInitEncodeParams: NV_ENC_INITIALIZE_PARAMS,
    pub _bitfield_1: __BindgenBitfieldUnit<[u8; 4usize]>,
    pub __bindgen_padding_0: u32,
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_RECONFIGURE_PARAMS"]
        [::std::mem::size_of::<NV_ENC_RECONFIGURE_PARAMS>() - 1824usize];
    ["Alignment of NV_ENC_RECONFIGURE_PARAMS"]
        [::std::mem::align_of::<NV_ENC_RECONFIGURE_PARAMS>() - 8usize];
    ["Offset of field: NV_ENC_RECONFIGURE_PARAMS::version"]
        [::std::mem::offset_of!(NV_ENC_RECONFIGURE_PARAMS, version) - 0usize];
    ["Offset of field: NV_ENC_RECONFIGURE_PARAMS::reInitEncodeParams"]
        [::std::mem::offset_of!(NV_ENC_RECONFIGURE_PARAMS, reInitEncodeParams) - 8usize];
};
impl Default for NV_ENC_RECONFIGURE_PARAMS {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
impl NV_ENC_RECONFIGURE_PARAMS {
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn resetEncoder(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<0usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_resetEncoder(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<0usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn resetEncoder_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<0usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_resetEncoder_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<0usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn forceIDR(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<1usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_forceIDR(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<1usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn forceIDR_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<1usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_forceIDR_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<1usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn reserved(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<2usize, 30u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_reserved(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<2usize, 30u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn reserved_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<2usize, 30u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_reserved_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<2usize, 30u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn new_bitfield_1(
        resetEncoder: u32,
        forceIDR: u32,
        reserved: u32,
    ) -> __BindgenBitfieldUnit<[u8; 4usize]> {
        let mut __bindgen_bitfield_unit: __BindgenBitfieldUnit<[u8; 4usize]> = Default::default();
        __bindgen_bitfield_unit.set_const::<0usize, 1u8>({
            let resetEncoder: u32 = unsafe { ::std::mem::transmute(resetEncoder) };
            resetEncoder as u64
        });
        __bindgen_bitfield_unit.set_const::<1usize, 1u8>({
            let forceIDR: u32 = unsafe { ::std::mem::transmute(forceIDR) };
            forceIDR as u64
        });
        __bindgen_bitfield_unit.set_const::<2usize, 30u8>({
            let reserved: u32 = unsafe { ::std::mem::transmute(reserved) };
            reserved as u64
        });
        __bindgen_bitfield_unit
    }
}
#[repr(C)]
#[derive(Copy, Clone)]
pub struct NV_ENC_PRESET_CONFIG {
    pub version: u32,
    pub presetCfg: NV_ENC_CONFIG,
    pub reserved1: [u32; 255usize],
    pub reserved2: [*mut ::std::os::raw::c_void; 64usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_PRESET_CONFIG"][::std::mem::size_of::<NV_ENC_PRESET_CONFIG>() - 5128usize];
    ["Alignment of NV_ENC_PRESET_CONFIG"][::std::mem::align_of::<NV_ENC_PRESET_CONFIG>() - 8usize];
    ["Offset of field: NV_ENC_PRESET_CONFIG::version"]
        [::std::mem::offset_of!(NV_ENC_PRESET_CONFIG, version) - 0usize];
    ["Offset of field: NV_ENC_PRESET_CONFIG::presetCfg"]
        [::std::mem::offset_of!(NV_ENC_PRESET_CONFIG, presetCfg) - 8usize];
    ["Offset of field: NV_ENC_PRESET_CONFIG::reserved1"]
        [::std::mem::offset_of!(NV_ENC_PRESET_CONFIG, reserved1) - 3592usize];
    ["Offset of field: NV_ENC_PRESET_CONFIG::reserved2"]
        [::std::mem::offset_of!(NV_ENC_PRESET_CONFIG, reserved2) - 4616usize];
};
impl Default for NV_ENC_PRESET_CONFIG {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct NV_ENC_PIC_PARAMS_MVC {
    pub version: u32,
    pub viewID: u32,
    pub temporalID: u32,
    pub priorityID: u32,
    pub reserved1: [u32; 12usize],
    pub reserved2: [*mut ::std::os::raw::c_void; 8usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_PIC_PARAMS_MVC"][::std::mem::size_of::<NV_ENC_PIC_PARAMS_MVC>() - 128usize];
    ["Alignment of NV_ENC_PIC_PARAMS_MVC"]
        [::std::mem::align_of::<NV_ENC_PIC_PARAMS_MVC>() - 8usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_MVC::version"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_MVC, version) - 0usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_MVC::viewID"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_MVC, viewID) - 4usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_MVC::temporalID"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_MVC, temporalID) - 8usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_MVC::priorityID"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_MVC, priorityID) - 12usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_MVC::reserved1"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_MVC, reserved1) - 16usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_MVC::reserved2"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_MVC, reserved2) - 64usize];
};
impl Default for NV_ENC_PIC_PARAMS_MVC {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Copy, Clone)]
pub union NV_ENC_PIC_PARAMS_H264_EXT {
    pub mvcPicParams: NV_ENC_PIC_PARAMS_MVC,
    pub reserved1: [u32; 32usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_PIC_PARAMS_H264_EXT"]
        [::std::mem::size_of::<NV_ENC_PIC_PARAMS_H264_EXT>() - 128usize];
    ["Alignment of NV_ENC_PIC_PARAMS_H264_EXT"]
        [::std::mem::align_of::<NV_ENC_PIC_PARAMS_H264_EXT>() - 8usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_H264_EXT::mvcPicParams"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_H264_EXT, mvcPicParams) - 0usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_H264_EXT::reserved1"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_H264_EXT, reserved1) - 0usize];
};
impl Default for NV_ENC_PIC_PARAMS_H264_EXT {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct NV_ENC_SEI_PAYLOAD {
    pub payloadSize: u32,
    pub payloadType: u32,
    pub payload: *mut u8,
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_SEI_PAYLOAD"][::std::mem::size_of::<NV_ENC_SEI_PAYLOAD>() - 16usize];
    ["Alignment of NV_ENC_SEI_PAYLOAD"][::std::mem::align_of::<NV_ENC_SEI_PAYLOAD>() - 8usize];
    ["Offset of field: NV_ENC_SEI_PAYLOAD::payloadSize"]
        [::std::mem::offset_of!(NV_ENC_SEI_PAYLOAD, payloadSize) - 0usize];
    ["Offset of field: NV_ENC_SEI_PAYLOAD::payloadType"]
        [::std::mem::offset_of!(NV_ENC_SEI_PAYLOAD, payloadType) - 4usize];
    ["Offset of field: NV_ENC_SEI_PAYLOAD::payload"]
        [::std::mem::offset_of!(NV_ENC_SEI_PAYLOAD, payload) - 8usize];
};
impl Default for NV_ENC_SEI_PAYLOAD {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Copy, Clone)]
pub struct NV_ENC_PIC_PARAMS_H264 {
    pub displayPOCSyntax: u32,
    pub reserved3: u32,
    pub refPicFlag: u32,
    pub colourPlaneId: u32,
    pub forceIntraRefreshWithFrameCnt: u32,
    pub _bitfield_1: __BindgenBitfieldUnit<[u8; 4usize]>,
    pub sliceTypeData: *mut u8,
    pub sliceTypeArrayCnt: u32,
    pub seiPayloadArrayCnt: u32,
    pub seiPayloadArray: *mut NV_ENC_SEI_PAYLOAD,
    pub sliceMode: u32,
    pub sliceModeData: u32,
    pub ltrMarkFrameIdx: u32,
    pub ltrUseFrameBitmap: u32,
    pub ltrUsageMode: u32,
    pub forceIntraSliceCount: u32,
    pub forceIntraSliceIdx: *mut u32,
    pub h264ExtPicParams: NV_ENC_PIC_PARAMS_H264_EXT,
    pub reserved: [u32; 210usize],
    pub reserved2: [*mut ::std::os::raw::c_void; 61usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_PIC_PARAMS_H264"][::std::mem::size_of::<NV_ENC_PIC_PARAMS_H264>() - 1536usize];
    ["Alignment of NV_ENC_PIC_PARAMS_H264"]
        [::std::mem::align_of::<NV_ENC_PIC_PARAMS_H264>() - 8usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_H264::displayPOCSyntax"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_H264, displayPOCSyntax) - 0usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_H264::reserved3"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_H264, reserved3) - 4usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_H264::refPicFlag"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_H264, refPicFlag) - 8usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_H264::colourPlaneId"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_H264, colourPlaneId) - 12usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_H264::forceIntraRefreshWithFrameCnt"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_H264, forceIntraRefreshWithFrameCnt) - 16usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_H264::sliceTypeData"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_H264, sliceTypeData) - 24usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_H264::sliceTypeArrayCnt"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_H264, sliceTypeArrayCnt) - 32usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_H264::seiPayloadArrayCnt"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_H264, seiPayloadArrayCnt) - 36usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_H264::seiPayloadArray"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_H264, seiPayloadArray) - 40usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_H264::sliceMode"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_H264, sliceMode) - 48usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_H264::sliceModeData"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_H264, sliceModeData) - 52usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_H264::ltrMarkFrameIdx"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_H264, ltrMarkFrameIdx) - 56usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_H264::ltrUseFrameBitmap"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_H264, ltrUseFrameBitmap) - 60usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_H264::ltrUsageMode"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_H264, ltrUsageMode) - 64usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_H264::forceIntraSliceCount"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_H264, forceIntraSliceCount) - 68usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_H264::forceIntraSliceIdx"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_H264, forceIntraSliceIdx) - 72usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_H264::h264ExtPicParams"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_H264, h264ExtPicParams) - 80usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_H264::reserved"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_H264, reserved) - 208usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_H264::reserved2"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_H264, reserved2) - 1048usize];
};
impl Default for NV_ENC_PIC_PARAMS_H264 {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
impl NV_ENC_PIC_PARAMS_H264 {
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn constrainedFrame(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<0usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_constrainedFrame(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<0usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn constrainedFrame_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<0usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_constrainedFrame_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<0usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn sliceModeDataUpdate(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<1usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_sliceModeDataUpdate(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<1usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn sliceModeDataUpdate_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<1usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_sliceModeDataUpdate_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<1usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn ltrMarkFrame(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<2usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_ltrMarkFrame(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<2usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn ltrMarkFrame_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<2usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_ltrMarkFrame_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<2usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn ltrUseFrames(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<3usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_ltrUseFrames(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<3usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn ltrUseFrames_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<3usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_ltrUseFrames_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<3usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn reservedBitFields(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<4usize, 28u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_reservedBitFields(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<4usize, 28u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn reservedBitFields_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<4usize, 28u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_reservedBitFields_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<4usize, 28u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn new_bitfield_1(
        constrainedFrame: u32,
        sliceModeDataUpdate: u32,
        ltrMarkFrame: u32,
        ltrUseFrames: u32,
        reservedBitFields: u32,
    ) -> __BindgenBitfieldUnit<[u8; 4usize]> {
        let mut __bindgen_bitfield_unit: __BindgenBitfieldUnit<[u8; 4usize]> = Default::default();
        __bindgen_bitfield_unit.set_const::<0usize, 1u8>({
            let constrainedFrame: u32 = unsafe { ::std::mem::transmute(constrainedFrame) };
            constrainedFrame as u64
        });
        __bindgen_bitfield_unit.set_const::<1usize, 1u8>({
            let sliceModeDataUpdate: u32 = unsafe { ::std::mem::transmute(sliceModeDataUpdate) };
            sliceModeDataUpdate as u64
        });
        __bindgen_bitfield_unit.set_const::<2usize, 1u8>({
            let ltrMarkFrame: u32 = unsafe { ::std::mem::transmute(ltrMarkFrame) };
            ltrMarkFrame as u64
        });
        __bindgen_bitfield_unit.set_const::<3usize, 1u8>({
            let ltrUseFrames: u32 = unsafe { ::std::mem::transmute(ltrUseFrames) };
            ltrUseFrames as u64
        });
        __bindgen_bitfield_unit.set_const::<4usize, 28u8>({
            let reservedBitFields: u32 = unsafe { ::std::mem::transmute(reservedBitFields) };
            reservedBitFields as u64
        });
        __bindgen_bitfield_unit
    }
}
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct NV_ENC_PIC_PARAMS_HEVC {
    pub displayPOCSyntax: u32,
    pub refPicFlag: u32,
    pub temporalId: u32,
    pub forceIntraRefreshWithFrameCnt: u32,
    pub _bitfield_1: __BindgenBitfieldUnit<[u8; 4usize]>,
    pub sliceTypeData: *mut u8,
    pub sliceTypeArrayCnt: u32,
    pub sliceMode: u32,
    pub sliceModeData: u32,
    pub ltrMarkFrameIdx: u32,
    pub ltrUseFrameBitmap: u32,
    pub ltrUsageMode: u32,
    pub seiPayloadArrayCnt: u32,
    pub reserved: u32,
    pub seiPayloadArray: *mut NV_ENC_SEI_PAYLOAD,
    pub reserved2: [u32; 244usize],
    pub reserved3: [*mut ::std::os::raw::c_void; 61usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_PIC_PARAMS_HEVC"][::std::mem::size_of::<NV_ENC_PIC_PARAMS_HEVC>() - 1536usize];
    ["Alignment of NV_ENC_PIC_PARAMS_HEVC"]
        [::std::mem::align_of::<NV_ENC_PIC_PARAMS_HEVC>() - 8usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_HEVC::displayPOCSyntax"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_HEVC, displayPOCSyntax) - 0usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_HEVC::refPicFlag"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_HEVC, refPicFlag) - 4usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_HEVC::temporalId"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_HEVC, temporalId) - 8usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_HEVC::forceIntraRefreshWithFrameCnt"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_HEVC, forceIntraRefreshWithFrameCnt) - 12usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_HEVC::sliceTypeData"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_HEVC, sliceTypeData) - 24usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_HEVC::sliceTypeArrayCnt"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_HEVC, sliceTypeArrayCnt) - 32usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_HEVC::sliceMode"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_HEVC, sliceMode) - 36usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_HEVC::sliceModeData"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_HEVC, sliceModeData) - 40usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_HEVC::ltrMarkFrameIdx"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_HEVC, ltrMarkFrameIdx) - 44usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_HEVC::ltrUseFrameBitmap"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_HEVC, ltrUseFrameBitmap) - 48usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_HEVC::ltrUsageMode"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_HEVC, ltrUsageMode) - 52usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_HEVC::seiPayloadArrayCnt"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_HEVC, seiPayloadArrayCnt) - 56usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_HEVC::reserved"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_HEVC, reserved) - 60usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_HEVC::seiPayloadArray"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_HEVC, seiPayloadArray) - 64usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_HEVC::reserved2"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_HEVC, reserved2) - 72usize];
    ["Offset of field: NV_ENC_PIC_PARAMS_HEVC::reserved3"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS_HEVC, reserved3) - 1048usize];
};
impl Default for NV_ENC_PIC_PARAMS_HEVC {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
impl NV_ENC_PIC_PARAMS_HEVC {
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn constrainedFrame(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<0usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_constrainedFrame(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<0usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn constrainedFrame_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<0usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_constrainedFrame_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<0usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn sliceModeDataUpdate(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<1usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_sliceModeDataUpdate(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<1usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn sliceModeDataUpdate_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<1usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_sliceModeDataUpdate_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<1usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn ltrMarkFrame(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<2usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_ltrMarkFrame(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<2usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn ltrMarkFrame_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<2usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_ltrMarkFrame_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<2usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn ltrUseFrames(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<3usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_ltrUseFrames(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<3usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn ltrUseFrames_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<3usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_ltrUseFrames_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<3usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn reservedBitFields(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<4usize, 28u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_reservedBitFields(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<4usize, 28u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn reservedBitFields_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<4usize, 28u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_reservedBitFields_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<4usize, 28u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn new_bitfield_1(
        constrainedFrame: u32,
        sliceModeDataUpdate: u32,
        ltrMarkFrame: u32,
        ltrUseFrames: u32,
        reservedBitFields: u32,
    ) -> __BindgenBitfieldUnit<[u8; 4usize]> {
        let mut __bindgen_bitfield_unit: __BindgenBitfieldUnit<[u8; 4usize]> = Default::default();
        __bindgen_bitfield_unit.set_const::<0usize, 1u8>({
            let constrainedFrame: u32 = unsafe { ::std::mem::transmute(constrainedFrame) };
            constrainedFrame as u64
        });
        __bindgen_bitfield_unit.set_const::<1usize, 1u8>({
            let sliceModeDataUpdate: u32 = unsafe { ::std::mem::transmute(sliceModeDataUpdate) };
            sliceModeDataUpdate as u64
        });
        __bindgen_bitfield_unit.set_const::<2usize, 1u8>({
            let ltrMarkFrame: u32 = unsafe { ::std::mem::transmute(ltrMarkFrame) };
            ltrMarkFrame as u64
        });
        __bindgen_bitfield_unit.set_const::<3usize, 1u8>({
            let ltrUseFrames: u32 = unsafe { ::std::mem::transmute(ltrUseFrames) };
            ltrUseFrames as u64
        });
        __bindgen_bitfield_unit.set_const::<4usize, 28u8>({
            let reservedBitFields: u32 = unsafe { ::std::mem::transmute(reservedBitFields) };
            reservedBitFields as u64
        });
        __bindgen_bitfield_unit
    }
}
#[repr(C)]
#[derive(Copy, Clone)]
pub union NV_ENC_CODEC_PIC_PARAMS {
    pub h264PicParams: NV_ENC_PIC_PARAMS_H264,
    pub hevcPicParams: NV_ENC_PIC_PARAMS_HEVC,
    pub reserved: [u32; 256usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_CODEC_PIC_PARAMS"]
        [::std::mem::size_of::<NV_ENC_CODEC_PIC_PARAMS>() - 1536usize];
    ["Alignment of NV_ENC_CODEC_PIC_PARAMS"]
        [::std::mem::align_of::<NV_ENC_CODEC_PIC_PARAMS>() - 8usize];
    ["Offset of field: NV_ENC_CODEC_PIC_PARAMS::h264PicParams"]
        [::std::mem::offset_of!(NV_ENC_CODEC_PIC_PARAMS, h264PicParams) - 0usize];
    ["Offset of field: NV_ENC_CODEC_PIC_PARAMS::hevcPicParams"]
        [::std::mem::offset_of!(NV_ENC_CODEC_PIC_PARAMS, hevcPicParams) - 0usize];
    ["Offset of field: NV_ENC_CODEC_PIC_PARAMS::reserved"]
        [::std::mem::offset_of!(NV_ENC_CODEC_PIC_PARAMS, reserved) - 0usize];
};
impl Default for NV_ENC_CODEC_PIC_PARAMS {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Copy, Clone)]
pub struct NV_ENC_PIC_PARAMS {
    pub version: u32,
    pub inputWidth: u32,
    pub inputHeight: u32,
    pub inputPitch: u32,
    pub encodePicFlags: u32,
    pub frameIdx: u32,
    pub inputTimeStamp: u64,
    pub inputDuration: u64,
    pub inputBuffer: NV_ENC_INPUT_PTR,
    pub outputBitstream: NV_ENC_OUTPUT_PTR,
    pub completionEvent: *mut ::std::os::raw::c_void,
    pub bufferFmt: NV_ENC_BUFFER_FORMAT,
    pub pictureStruct: NV_ENC_PIC_STRUCT,
    pub pictureType: NV_ENC_PIC_TYPE,
    pub codecPicParams: NV_ENC_CODEC_PIC_PARAMS,
    pub meHintCountsPerBlock: [NVENC_EXTERNAL_ME_HINT_COUNTS_PER_BLOCKTYPE; 2usize],
    pub meExternalHints: *mut NVENC_EXTERNAL_ME_HINT,
    pub reserved1: [u32; 6usize],
    pub reserved2: [*mut ::std::os::raw::c_void; 2usize],
    pub qpDeltaMap: *mut i8,
    pub qpDeltaMapSize: u32,
    pub reservedBitFields: u32,
    pub meHintRefPicDist: [u16; 2usize],
    pub alphaBuffer: NV_ENC_INPUT_PTR,
    pub reserved3: [u32; 286usize],
    pub reserved4: [*mut ::std::os::raw::c_void; 59usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_PIC_PARAMS"][::std::mem::size_of::<NV_ENC_PIC_PARAMS>() - 3344usize];
    ["Alignment of NV_ENC_PIC_PARAMS"][::std::mem::align_of::<NV_ENC_PIC_PARAMS>() - 8usize];
    ["Offset of field: NV_ENC_PIC_PARAMS::version"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS, version) - 0usize];
    ["Offset of field: NV_ENC_PIC_PARAMS::inputWidth"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS, inputWidth) - 4usize];
    ["Offset of field: NV_ENC_PIC_PARAMS::inputHeight"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS, inputHeight) - 8usize];
    ["Offset of field: NV_ENC_PIC_PARAMS::inputPitch"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS, inputPitch) - 12usize];
    ["Offset of field: NV_ENC_PIC_PARAMS::encodePicFlags"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS, encodePicFlags) - 16usize];
    ["Offset of field: NV_ENC_PIC_PARAMS::frameIdx"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS, frameIdx) - 20usize];
    ["Offset of field: NV_ENC_PIC_PARAMS::inputTimeStamp"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS, inputTimeStamp) - 24usize];
    ["Offset of field: NV_ENC_PIC_PARAMS::inputDuration"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS, inputDuration) - 32usize];
    ["Offset of field: NV_ENC_PIC_PARAMS::inputBuffer"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS, inputBuffer) - 40usize];
    ["Offset of field: NV_ENC_PIC_PARAMS::outputBitstream"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS, outputBitstream) - 48usize];
    ["Offset of field: NV_ENC_PIC_PARAMS::completionEvent"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS, completionEvent) - 56usize];
    ["Offset of field: NV_ENC_PIC_PARAMS::bufferFmt"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS, bufferFmt) - 64usize];
    ["Offset of field: NV_ENC_PIC_PARAMS::pictureStruct"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS, pictureStruct) - 68usize];
    ["Offset of field: NV_ENC_PIC_PARAMS::pictureType"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS, pictureType) - 72usize];
    ["Offset of field: NV_ENC_PIC_PARAMS::codecPicParams"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS, codecPicParams) - 80usize];
    ["Offset of field: NV_ENC_PIC_PARAMS::meHintCountsPerBlock"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS, meHintCountsPerBlock) - 1616usize];
    ["Offset of field: NV_ENC_PIC_PARAMS::meExternalHints"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS, meExternalHints) - 1648usize];
    ["Offset of field: NV_ENC_PIC_PARAMS::reserved1"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS, reserved1) - 1656usize];
    ["Offset of field: NV_ENC_PIC_PARAMS::reserved2"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS, reserved2) - 1680usize];
    ["Offset of field: NV_ENC_PIC_PARAMS::qpDeltaMap"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS, qpDeltaMap) - 1696usize];
    ["Offset of field: NV_ENC_PIC_PARAMS::qpDeltaMapSize"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS, qpDeltaMapSize) - 1704usize];
    ["Offset of field: NV_ENC_PIC_PARAMS::reservedBitFields"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS, reservedBitFields) - 1708usize];
    ["Offset of field: NV_ENC_PIC_PARAMS::meHintRefPicDist"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS, meHintRefPicDist) - 1712usize];
    ["Offset of field: NV_ENC_PIC_PARAMS::alphaBuffer"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS, alphaBuffer) - 1720usize];
    ["Offset of field: NV_ENC_PIC_PARAMS::reserved3"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS, reserved3) - 1728usize];
    ["Offset of field: NV_ENC_PIC_PARAMS::reserved4"]
        [::std::mem::offset_of!(NV_ENC_PIC_PARAMS, reserved4) - 2872usize];
};
impl Default for NV_ENC_PIC_PARAMS {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct NV_ENC_MEONLY_PARAMS {
    pub version: u32,
    pub inputWidth: u32,
    pub inputHeight: u32,
    pub inputBuffer: NV_ENC_INPUT_PTR,
    pub referenceFrame: NV_ENC_INPUT_PTR,
    pub mvBuffer: NV_ENC_OUTPUT_PTR,
    pub bufferFmt: NV_ENC_BUFFER_FORMAT,
    pub completionEvent: *mut ::std::os::raw::c_void,
    pub viewID: u32,
    pub meHintCountsPerBlock: [NVENC_EXTERNAL_ME_HINT_COUNTS_PER_BLOCKTYPE; 2usize],
    pub meExternalHints: *mut NVENC_EXTERNAL_ME_HINT,
    pub reserved1: [u32; 243usize],
    pub reserved2: [*mut ::std::os::raw::c_void; 59usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_MEONLY_PARAMS"][::std::mem::size_of::<NV_ENC_MEONLY_PARAMS>() - 1552usize];
    ["Alignment of NV_ENC_MEONLY_PARAMS"][::std::mem::align_of::<NV_ENC_MEONLY_PARAMS>() - 8usize];
    ["Offset of field: NV_ENC_MEONLY_PARAMS::version"]
        [::std::mem::offset_of!(NV_ENC_MEONLY_PARAMS, version) - 0usize];
    ["Offset of field: NV_ENC_MEONLY_PARAMS::inputWidth"]
        [::std::mem::offset_of!(NV_ENC_MEONLY_PARAMS, inputWidth) - 4usize];
    ["Offset of field: NV_ENC_MEONLY_PARAMS::inputHeight"]
        [::std::mem::offset_of!(NV_ENC_MEONLY_PARAMS, inputHeight) - 8usize];
    ["Offset of field: NV_ENC_MEONLY_PARAMS::inputBuffer"]
        [::std::mem::offset_of!(NV_ENC_MEONLY_PARAMS, inputBuffer) - 16usize];
    ["Offset of field: NV_ENC_MEONLY_PARAMS::referenceFrame"]
        [::std::mem::offset_of!(NV_ENC_MEONLY_PARAMS, referenceFrame) - 24usize];
    ["Offset of field: NV_ENC_MEONLY_PARAMS::mvBuffer"]
        [::std::mem::offset_of!(NV_ENC_MEONLY_PARAMS, mvBuffer) - 32usize];
    ["Offset of field: NV_ENC_MEONLY_PARAMS::bufferFmt"]
        [::std::mem::offset_of!(NV_ENC_MEONLY_PARAMS, bufferFmt) - 40usize];
    ["Offset of field: NV_ENC_MEONLY_PARAMS::completionEvent"]
        [::std::mem::offset_of!(NV_ENC_MEONLY_PARAMS, completionEvent) - 48usize];
    ["Offset of field: NV_ENC_MEONLY_PARAMS::viewID"]
        [::std::mem::offset_of!(NV_ENC_MEONLY_PARAMS, viewID) - 56usize];
    ["Offset of field: NV_ENC_MEONLY_PARAMS::meHintCountsPerBlock"]
        [::std::mem::offset_of!(NV_ENC_MEONLY_PARAMS, meHintCountsPerBlock) - 60usize];
    ["Offset of field: NV_ENC_MEONLY_PARAMS::meExternalHints"]
        [::std::mem::offset_of!(NV_ENC_MEONLY_PARAMS, meExternalHints) - 96usize];
    ["Offset of field: NV_ENC_MEONLY_PARAMS::reserved1"]
        [::std::mem::offset_of!(NV_ENC_MEONLY_PARAMS, reserved1) - 104usize];
    ["Offset of field: NV_ENC_MEONLY_PARAMS::reserved2"]
        [::std::mem::offset_of!(NV_ENC_MEONLY_PARAMS, reserved2) - 1080usize];
};
impl Default for NV_ENC_MEONLY_PARAMS {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct NV_ENC_LOCK_BITSTREAM {
    pub version: u32,
    pub _bitfield_1: __BindgenBitfieldUnit<[u8; 4usize]>,
    pub outputBitstream: *mut ::std::os::raw::c_void,
    pub sliceOffsets: *mut u32,
    pub frameIdx: u32,
    pub hwEncodeStatus: u32,
    pub numSlices: u32,
    pub bitstreamSizeInBytes: u32,
    pub outputTimeStamp: u64,
    pub outputDuration: u64,
    pub bitstreamBufferPtr: *mut ::std::os::raw::c_void,
    pub pictureType: NV_ENC_PIC_TYPE,
    pub pictureStruct: NV_ENC_PIC_STRUCT,
    pub frameAvgQP: u32,
    pub frameSatd: u32,
    pub ltrFrameIdx: u32,
    pub ltrFrameBitmap: u32,
    pub temporalId: u32,
    pub reserved: [u32; 12usize],
    pub intraMBCount: u32,
    pub interMBCount: u32,
    pub averageMVX: i32,
    pub averageMVY: i32,
    pub alphaLayerSizeInBytes: u32,
    pub reserved1: [u32; 218usize],
    pub reserved2: [*mut ::std::os::raw::c_void; 64usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_LOCK_BITSTREAM"][::std::mem::size_of::<NV_ENC_LOCK_BITSTREAM>() - 1544usize];
    ["Alignment of NV_ENC_LOCK_BITSTREAM"]
        [::std::mem::align_of::<NV_ENC_LOCK_BITSTREAM>() - 8usize];
    ["Offset of field: NV_ENC_LOCK_BITSTREAM::version"]
        [::std::mem::offset_of!(NV_ENC_LOCK_BITSTREAM, version) - 0usize];
    ["Offset of field: NV_ENC_LOCK_BITSTREAM::outputBitstream"]
        [::std::mem::offset_of!(NV_ENC_LOCK_BITSTREAM, outputBitstream) - 8usize];
    ["Offset of field: NV_ENC_LOCK_BITSTREAM::sliceOffsets"]
        [::std::mem::offset_of!(NV_ENC_LOCK_BITSTREAM, sliceOffsets) - 16usize];
    ["Offset of field: NV_ENC_LOCK_BITSTREAM::frameIdx"]
        [::std::mem::offset_of!(NV_ENC_LOCK_BITSTREAM, frameIdx) - 24usize];
    ["Offset of field: NV_ENC_LOCK_BITSTREAM::hwEncodeStatus"]
        [::std::mem::offset_of!(NV_ENC_LOCK_BITSTREAM, hwEncodeStatus) - 28usize];
    ["Offset of field: NV_ENC_LOCK_BITSTREAM::numSlices"]
        [::std::mem::offset_of!(NV_ENC_LOCK_BITSTREAM, numSlices) - 32usize];
    ["Offset of field: NV_ENC_LOCK_BITSTREAM::bitstreamSizeInBytes"]
        [::std::mem::offset_of!(NV_ENC_LOCK_BITSTREAM, bitstreamSizeInBytes) - 36usize];
    ["Offset of field: NV_ENC_LOCK_BITSTREAM::outputTimeStamp"]
        [::std::mem::offset_of!(NV_ENC_LOCK_BITSTREAM, outputTimeStamp) - 40usize];
    ["Offset of field: NV_ENC_LOCK_BITSTREAM::outputDuration"]
        [::std::mem::offset_of!(NV_ENC_LOCK_BITSTREAM, outputDuration) - 48usize];
    ["Offset of field: NV_ENC_LOCK_BITSTREAM::bitstreamBufferPtr"]
        [::std::mem::offset_of!(NV_ENC_LOCK_BITSTREAM, bitstreamBufferPtr) - 56usize];
    ["Offset of field: NV_ENC_LOCK_BITSTREAM::pictureType"]
        [::std::mem::offset_of!(NV_ENC_LOCK_BITSTREAM, pictureType) - 64usize];
    ["Offset of field: NV_ENC_LOCK_BITSTREAM::pictureStruct"]
        [::std::mem::offset_of!(NV_ENC_LOCK_BITSTREAM, pictureStruct) - 68usize];
    ["Offset of field: NV_ENC_LOCK_BITSTREAM::frameAvgQP"]
        [::std::mem::offset_of!(NV_ENC_LOCK_BITSTREAM, frameAvgQP) - 72usize];
    ["Offset of field: NV_ENC_LOCK_BITSTREAM::frameSatd"]
        [::std::mem::offset_of!(NV_ENC_LOCK_BITSTREAM, frameSatd) - 76usize];
    ["Offset of field: NV_ENC_LOCK_BITSTREAM::ltrFrameIdx"]
        [::std::mem::offset_of!(NV_ENC_LOCK_BITSTREAM, ltrFrameIdx) - 80usize];
    ["Offset of field: NV_ENC_LOCK_BITSTREAM::ltrFrameBitmap"]
        [::std::mem::offset_of!(NV_ENC_LOCK_BITSTREAM, ltrFrameBitmap) - 84usize];
    ["Offset of field: NV_ENC_LOCK_BITSTREAM::temporalId"]
        [::std::mem::offset_of!(NV_ENC_LOCK_BITSTREAM, temporalId) - 88usize];
    ["Offset of field: NV_ENC_LOCK_BITSTREAM::reserved"]
        [::std::mem::offset_of!(NV_ENC_LOCK_BITSTREAM, reserved) - 92usize];
    ["Offset of field: NV_ENC_LOCK_BITSTREAM::intraMBCount"]
        [::std::mem::offset_of!(NV_ENC_LOCK_BITSTREAM, intraMBCount) - 140usize];
    ["Offset of field: NV_ENC_LOCK_BITSTREAM::interMBCount"]
        [::std::mem::offset_of!(NV_ENC_LOCK_BITSTREAM, interMBCount) - 144usize];
    ["Offset of field: NV_ENC_LOCK_BITSTREAM::averageMVX"]
        [::std::mem::offset_of!(NV_ENC_LOCK_BITSTREAM, averageMVX) - 148usize];
    ["Offset of field: NV_ENC_LOCK_BITSTREAM::averageMVY"]
        [::std::mem::offset_of!(NV_ENC_LOCK_BITSTREAM, averageMVY) - 152usize];
    ["Offset of field: NV_ENC_LOCK_BITSTREAM::alphaLayerSizeInBytes"]
        [::std::mem::offset_of!(NV_ENC_LOCK_BITSTREAM, alphaLayerSizeInBytes) - 156usize];
    ["Offset of field: NV_ENC_LOCK_BITSTREAM::reserved1"]
        [::std::mem::offset_of!(NV_ENC_LOCK_BITSTREAM, reserved1) - 160usize];
    ["Offset of field: NV_ENC_LOCK_BITSTREAM::reserved2"]
        [::std::mem::offset_of!(NV_ENC_LOCK_BITSTREAM, reserved2) - 1032usize];
};
impl Default for NV_ENC_LOCK_BITSTREAM {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
impl NV_ENC_LOCK_BITSTREAM {
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn doNotWait(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<0usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_doNotWait(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<0usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn doNotWait_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<0usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_doNotWait_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<0usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn ltrFrame(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<1usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_ltrFrame(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<1usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn ltrFrame_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<1usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_ltrFrame_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<1usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn getRCStats(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<2usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_getRCStats(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<2usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn getRCStats_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<2usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_getRCStats_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<2usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn reservedBitFields(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<3usize, 29u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_reservedBitFields(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<3usize, 29u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn reservedBitFields_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<3usize, 29u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_reservedBitFields_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<3usize, 29u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn new_bitfield_1(
        doNotWait: u32,
        ltrFrame: u32,
        getRCStats: u32,
        reservedBitFields: u32,
    ) -> __BindgenBitfieldUnit<[u8; 4usize]> {
        let mut __bindgen_bitfield_unit: __BindgenBitfieldUnit<[u8; 4usize]> = Default::default();
        __bindgen_bitfield_unit.set_const::<0usize, 1u8>({
            let doNotWait: u32 = unsafe { ::std::mem::transmute(doNotWait) };
            doNotWait as u64
        });
        __bindgen_bitfield_unit.set_const::<1usize, 1u8>({
            let ltrFrame: u32 = unsafe { ::std::mem::transmute(ltrFrame) };
            ltrFrame as u64
        });
        __bindgen_bitfield_unit.set_const::<2usize, 1u8>({
            let getRCStats: u32 = unsafe { ::std::mem::transmute(getRCStats) };
            getRCStats as u64
        });
        __bindgen_bitfield_unit.set_const::<3usize, 29u8>({
            let reservedBitFields: u32 = unsafe { ::std::mem::transmute(reservedBitFields) };
            reservedBitFields as u64
        });
        __bindgen_bitfield_unit
    }
}
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct NV_ENC_LOCK_INPUT_BUFFER {
    pub version: u32,
    pub _bitfield_1: __BindgenBitfieldUnit<[u8; 4usize]>,
    pub inputBuffer: NV_ENC_INPUT_PTR,
    pub bufferDataPtr: *mut ::std::os::raw::c_void,
    pub pitch: u32,
    pub reserved1: [u32; 251usize],
    pub reserved2: [*mut ::std::os::raw::c_void; 64usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_LOCK_INPUT_BUFFER"]
        [::std::mem::size_of::<NV_ENC_LOCK_INPUT_BUFFER>() - 1544usize];
    ["Alignment of NV_ENC_LOCK_INPUT_BUFFER"]
        [::std::mem::align_of::<NV_ENC_LOCK_INPUT_BUFFER>() - 8usize];
    ["Offset of field: NV_ENC_LOCK_INPUT_BUFFER::version"]
        [::std::mem::offset_of!(NV_ENC_LOCK_INPUT_BUFFER, version) - 0usize];
    ["Offset of field: NV_ENC_LOCK_INPUT_BUFFER::inputBuffer"]
        [::std::mem::offset_of!(NV_ENC_LOCK_INPUT_BUFFER, inputBuffer) - 8usize];
    ["Offset of field: NV_ENC_LOCK_INPUT_BUFFER::bufferDataPtr"]
        [::std::mem::offset_of!(NV_ENC_LOCK_INPUT_BUFFER, bufferDataPtr) - 16usize];
    ["Offset of field: NV_ENC_LOCK_INPUT_BUFFER::pitch"]
        [::std::mem::offset_of!(NV_ENC_LOCK_INPUT_BUFFER, pitch) - 24usize];
    ["Offset of field: NV_ENC_LOCK_INPUT_BUFFER::reserved1"]
        [::std::mem::offset_of!(NV_ENC_LOCK_INPUT_BUFFER, reserved1) - 28usize];
    ["Offset of field: NV_ENC_LOCK_INPUT_BUFFER::reserved2"]
        [::std::mem::offset_of!(NV_ENC_LOCK_INPUT_BUFFER, reserved2) - 1032usize];
};
impl Default for NV_ENC_LOCK_INPUT_BUFFER {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
impl NV_ENC_LOCK_INPUT_BUFFER {
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn doNotWait(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<0usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_doNotWait(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<0usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn doNotWait_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<0usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_doNotWait_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<0usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn reservedBitFields(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<1usize, 31u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_reservedBitFields(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<1usize, 31u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn reservedBitFields_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<1usize, 31u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_reservedBitFields_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<1usize, 31u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn new_bitfield_1(
        doNotWait: u32,
        reservedBitFields: u32,
    ) -> __BindgenBitfieldUnit<[u8; 4usize]> {
        let mut __bindgen_bitfield_unit: __BindgenBitfieldUnit<[u8; 4usize]> = Default::default();
        __bindgen_bitfield_unit.set_const::<0usize, 1u8>({
            let doNotWait: u32 = unsafe { ::std::mem::transmute(doNotWait) };
            doNotWait as u64
        });
        __bindgen_bitfield_unit.set_const::<1usize, 31u8>({
            let reservedBitFields: u32 = unsafe { ::std::mem::transmute(reservedBitFields) };
            reservedBitFields as u64
        });
        __bindgen_bitfield_unit
    }
}
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct NV_ENC_MAP_INPUT_RESOURCE {
    pub version: u32,
    pub subResourceIndex: u32,
    pub inputResource: *mut ::std::os::raw::c_void,
    pub registeredResource: NV_ENC_REGISTERED_PTR,
    pub mappedResource: NV_ENC_INPUT_PTR,
    pub mappedBufferFmt: NV_ENC_BUFFER_FORMAT,
    pub reserved1: [u32; 251usize],
    pub reserved2: [*mut ::std::os::raw::c_void; 63usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_MAP_INPUT_RESOURCE"]
        [::std::mem::size_of::<NV_ENC_MAP_INPUT_RESOURCE>() - 1544usize];
    ["Alignment of NV_ENC_MAP_INPUT_RESOURCE"]
        [::std::mem::align_of::<NV_ENC_MAP_INPUT_RESOURCE>() - 8usize];
    ["Offset of field: NV_ENC_MAP_INPUT_RESOURCE::version"]
        [::std::mem::offset_of!(NV_ENC_MAP_INPUT_RESOURCE, version) - 0usize];
    ["Offset of field: NV_ENC_MAP_INPUT_RESOURCE::subResourceIndex"]
        [::std::mem::offset_of!(NV_ENC_MAP_INPUT_RESOURCE, subResourceIndex) - 4usize];
    ["Offset of field: NV_ENC_MAP_INPUT_RESOURCE::inputResource"]
        [::std::mem::offset_of!(NV_ENC_MAP_INPUT_RESOURCE, inputResource) - 8usize];
    ["Offset of field: NV_ENC_MAP_INPUT_RESOURCE::registeredResource"]
        [::std::mem::offset_of!(NV_ENC_MAP_INPUT_RESOURCE, registeredResource) - 16usize];
    ["Offset of field: NV_ENC_MAP_INPUT_RESOURCE::mappedResource"]
        [::std::mem::offset_of!(NV_ENC_MAP_INPUT_RESOURCE, mappedResource) - 24usize];
    ["Offset of field: NV_ENC_MAP_INPUT_RESOURCE::mappedBufferFmt"]
        [::std::mem::offset_of!(NV_ENC_MAP_INPUT_RESOURCE, mappedBufferFmt) - 32usize];
    ["Offset of field: NV_ENC_MAP_INPUT_RESOURCE::reserved1"]
        [::std::mem::offset_of!(NV_ENC_MAP_INPUT_RESOURCE, reserved1) - 36usize];
    ["Offset of field: NV_ENC_MAP_INPUT_RESOURCE::reserved2"]
        [::std::mem::offset_of!(NV_ENC_MAP_INPUT_RESOURCE, reserved2) - 1040usize];
};
impl Default for NV_ENC_MAP_INPUT_RESOURCE {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Debug, Default, Copy, Clone)]
pub struct NV_ENC_INPUT_RESOURCE_OPENGL_TEX {
    pub texture: u32,
    pub target: u32,
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_INPUT_RESOURCE_OPENGL_TEX"]
        [::std::mem::size_of::<NV_ENC_INPUT_RESOURCE_OPENGL_TEX>() - 8usize];
    ["Alignment of NV_ENC_INPUT_RESOURCE_OPENGL_TEX"]
        [::std::mem::align_of::<NV_ENC_INPUT_RESOURCE_OPENGL_TEX>() - 4usize];
    ["Offset of field: NV_ENC_INPUT_RESOURCE_OPENGL_TEX::texture"]
        [::std::mem::offset_of!(NV_ENC_INPUT_RESOURCE_OPENGL_TEX, texture) - 0usize];
    ["Offset of field: NV_ENC_INPUT_RESOURCE_OPENGL_TEX::target"]
        [::std::mem::offset_of!(NV_ENC_INPUT_RESOURCE_OPENGL_TEX, target) - 4usize];
};
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct NV_ENC_FENCE_POINT_D3D12 {
    pub pFence: *mut ::std::os::raw::c_void,
    pub value: u64,
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_FENCE_POINT_D3D12"]
        [::std::mem::size_of::<NV_ENC_FENCE_POINT_D3D12>() - 16usize];
    ["Alignment of NV_ENC_FENCE_POINT_D3D12"]
        [::std::mem::align_of::<NV_ENC_FENCE_POINT_D3D12>() - 8usize];
    ["Offset of field: NV_ENC_FENCE_POINT_D3D12::pFence"]
        [::std::mem::offset_of!(NV_ENC_FENCE_POINT_D3D12, pFence) - 0usize];
    ["Offset of field: NV_ENC_FENCE_POINT_D3D12::value"]
        [::std::mem::offset_of!(NV_ENC_FENCE_POINT_D3D12, value) - 8usize];
};
impl Default for NV_ENC_FENCE_POINT_D3D12 {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct NV_ENC_INPUT_RESOURCE_D3D12 {
    pub pInputBuffer: NV_ENC_REGISTERED_PTR,
    pub inputFencePoint: NV_ENC_FENCE_POINT_D3D12,
    pub reserved1: [u32; 16usize],
    pub reserved2: [*mut ::std::os::raw::c_void; 16usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_INPUT_RESOURCE_D3D12"]
        [::std::mem::size_of::<NV_ENC_INPUT_RESOURCE_D3D12>() - 216usize];
    ["Alignment of NV_ENC_INPUT_RESOURCE_D3D12"]
        [::std::mem::align_of::<NV_ENC_INPUT_RESOURCE_D3D12>() - 8usize];
    ["Offset of field: NV_ENC_INPUT_RESOURCE_D3D12::pInputBuffer"]
        [::std::mem::offset_of!(NV_ENC_INPUT_RESOURCE_D3D12, pInputBuffer) - 0usize];
    ["Offset of field: NV_ENC_INPUT_RESOURCE_D3D12::inputFencePoint"]
        [::std::mem::offset_of!(NV_ENC_INPUT_RESOURCE_D3D12, inputFencePoint) - 8usize];
    ["Offset of field: NV_ENC_INPUT_RESOURCE_D3D12::reserved1"]
        [::std::mem::offset_of!(NV_ENC_INPUT_RESOURCE_D3D12, reserved1) - 24usize];
    ["Offset of field: NV_ENC_INPUT_RESOURCE_D3D12::reserved2"]
        [::std::mem::offset_of!(NV_ENC_INPUT_RESOURCE_D3D12, reserved2) - 88usize];
};
impl Default for NV_ENC_INPUT_RESOURCE_D3D12 {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct NV_ENC_OUTPUT_RESOURCE_D3D12 {
    pub pOutputBuffer: NV_ENC_REGISTERED_PTR,
    pub outputFencePoint: NV_ENC_FENCE_POINT_D3D12,
    pub reserved1: [u32; 16usize],
    pub reserved2: [*mut ::std::os::raw::c_void; 16usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_OUTPUT_RESOURCE_D3D12"]
        [::std::mem::size_of::<NV_ENC_OUTPUT_RESOURCE_D3D12>() - 216usize];
    ["Alignment of NV_ENC_OUTPUT_RESOURCE_D3D12"]
        [::std::mem::align_of::<NV_ENC_OUTPUT_RESOURCE_D3D12>() - 8usize];
    ["Offset of field: NV_ENC_OUTPUT_RESOURCE_D3D12::pOutputBuffer"]
        [::std::mem::offset_of!(NV_ENC_OUTPUT_RESOURCE_D3D12, pOutputBuffer) - 0usize];
    ["Offset of field: NV_ENC_OUTPUT_RESOURCE_D3D12::outputFencePoint"]
        [::std::mem::offset_of!(NV_ENC_OUTPUT_RESOURCE_D3D12, outputFencePoint) - 8usize];
    ["Offset of field: NV_ENC_OUTPUT_RESOURCE_D3D12::reserved1"]
        [::std::mem::offset_of!(NV_ENC_OUTPUT_RESOURCE_D3D12, reserved1) - 24usize];
    ["Offset of field: NV_ENC_OUTPUT_RESOURCE_D3D12::reserved2"]
        [::std::mem::offset_of!(NV_ENC_OUTPUT_RESOURCE_D3D12, reserved2) - 88usize];
};
impl Default for NV_ENC_OUTPUT_RESOURCE_D3D12 {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct NV_ENC_REGISTER_RESOURCE {
    pub version: u32,
    pub resourceType: NV_ENC_INPUT_RESOURCE_TYPE,
    pub width: u32,
    pub height: u32,
    pub pitch: u32,
    pub subResourceIndex: u32,
    pub resourceToRegister: *mut ::std::os::raw::c_void,
    pub registeredResource: NV_ENC_REGISTERED_PTR,
    pub bufferFormat: NV_ENC_BUFFER_FORMAT,
    pub bufferUsage: NV_ENC_BUFFER_USAGE,
    pub pInputFencePoint: *mut NV_ENC_FENCE_POINT_D3D12,
    pub pOutputFencePoint: *mut NV_ENC_FENCE_POINT_D3D12,
    pub reserved1: [u32; 247usize],
    pub reserved2: [*mut ::std::os::raw::c_void; 60usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_REGISTER_RESOURCE"]
        [::std::mem::size_of::<NV_ENC_REGISTER_RESOURCE>() - 1536usize];
    ["Alignment of NV_ENC_REGISTER_RESOURCE"]
        [::std::mem::align_of::<NV_ENC_REGISTER_RESOURCE>() - 8usize];
    ["Offset of field: NV_ENC_REGISTER_RESOURCE::version"]
        [::std::mem::offset_of!(NV_ENC_REGISTER_RESOURCE, version) - 0usize];
    ["Offset of field: NV_ENC_REGISTER_RESOURCE::resourceType"]
        [::std::mem::offset_of!(NV_ENC_REGISTER_RESOURCE, resourceType) - 4usize];
    ["Offset of field: NV_ENC_REGISTER_RESOURCE::width"]
        [::std::mem::offset_of!(NV_ENC_REGISTER_RESOURCE, width) - 8usize];
    ["Offset of field: NV_ENC_REGISTER_RESOURCE::height"]
        [::std::mem::offset_of!(NV_ENC_REGISTER_RESOURCE, height) - 12usize];
    ["Offset of field: NV_ENC_REGISTER_RESOURCE::pitch"]
        [::std::mem::offset_of!(NV_ENC_REGISTER_RESOURCE, pitch) - 16usize];
    ["Offset of field: NV_ENC_REGISTER_RESOURCE::subResourceIndex"]
        [::std::mem::offset_of!(NV_ENC_REGISTER_RESOURCE, subResourceIndex) - 20usize];
    ["Offset of field: NV_ENC_REGISTER_RESOURCE::resourceToRegister"]
        [::std::mem::offset_of!(NV_ENC_REGISTER_RESOURCE, resourceToRegister) - 24usize];
    ["Offset of field: NV_ENC_REGISTER_RESOURCE::registeredResource"]
        [::std::mem::offset_of!(NV_ENC_REGISTER_RESOURCE, registeredResource) - 32usize];
    ["Offset of field: NV_ENC_REGISTER_RESOURCE::bufferFormat"]
        [::std::mem::offset_of!(NV_ENC_REGISTER_RESOURCE, bufferFormat) - 40usize];
    ["Offset of field: NV_ENC_REGISTER_RESOURCE::bufferUsage"]
        [::std::mem::offset_of!(NV_ENC_REGISTER_RESOURCE, bufferUsage) - 44usize];
    ["Offset of field: NV_ENC_REGISTER_RESOURCE::pInputFencePoint"]
        [::std::mem::offset_of!(NV_ENC_REGISTER_RESOURCE, pInputFencePoint) - 48usize];
    ["Offset of field: NV_ENC_REGISTER_RESOURCE::pOutputFencePoint"]
        [::std::mem::offset_of!(NV_ENC_REGISTER_RESOURCE, pOutputFencePoint) - 56usize];
    ["Offset of field: NV_ENC_REGISTER_RESOURCE::reserved1"]
        [::std::mem::offset_of!(NV_ENC_REGISTER_RESOURCE, reserved1) - 64usize];
    ["Offset of field: NV_ENC_REGISTER_RESOURCE::reserved2"]
        [::std::mem::offset_of!(NV_ENC_REGISTER_RESOURCE, reserved2) - 1056usize];
};
impl Default for NV_ENC_REGISTER_RESOURCE {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct NV_ENC_STAT {
    pub version: u32,
    pub reserved: u32,
    pub outputBitStream: NV_ENC_OUTPUT_PTR,
    pub bitStreamSize: u32,
    pub picType: u32,
    pub lastValidByteOffset: u32,
    pub sliceOffsets: [u32; 16usize],
    pub picIdx: u32,
    pub frameAvgQP: u32,
    pub _bitfield_1: __BindgenBitfieldUnit<[u8; 4usize]>,
    pub ltrFrameIdx: u32,
    pub intraMBCount: u32,
    pub interMBCount: u32,
    pub averageMVX: i32,
    pub averageMVY: i32,
    pub reserved1: [u32; 226usize],
    pub reserved2: [*mut ::std::os::raw::c_void; 64usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_STAT"][::std::mem::size_of::<NV_ENC_STAT>() - 1544usize];
    ["Alignment of NV_ENC_STAT"][::std::mem::align_of::<NV_ENC_STAT>() - 8usize];
    ["Offset of field: NV_ENC_STAT::version"]
        [::std::mem::offset_of!(NV_ENC_STAT, version) - 0usize];
    ["Offset of field: NV_ENC_STAT::reserved"]
        [::std::mem::offset_of!(NV_ENC_STAT, reserved) - 4usize];
    ["Offset of field: NV_ENC_STAT::outputBitStream"]
        [::std::mem::offset_of!(NV_ENC_STAT, outputBitStream) - 8usize];
    ["Offset of field: NV_ENC_STAT::bitStreamSize"]
        [::std::mem::offset_of!(NV_ENC_STAT, bitStreamSize) - 16usize];
    ["Offset of field: NV_ENC_STAT::picType"]
        [::std::mem::offset_of!(NV_ENC_STAT, picType) - 20usize];
    ["Offset of field: NV_ENC_STAT::lastValidByteOffset"]
        [::std::mem::offset_of!(NV_ENC_STAT, lastValidByteOffset) - 24usize];
    ["Offset of field: NV_ENC_STAT::sliceOffsets"]
        [::std::mem::offset_of!(NV_ENC_STAT, sliceOffsets) - 28usize];
    ["Offset of field: NV_ENC_STAT::picIdx"][::std::mem::offset_of!(NV_ENC_STAT, picIdx) - 92usize];
    ["Offset of field: NV_ENC_STAT::frameAvgQP"]
        [::std::mem::offset_of!(NV_ENC_STAT, frameAvgQP) - 96usize];
    ["Offset of field: NV_ENC_STAT::ltrFrameIdx"]
        [::std::mem::offset_of!(NV_ENC_STAT, ltrFrameIdx) - 104usize];
    ["Offset of field: NV_ENC_STAT::intraMBCount"]
        [::std::mem::offset_of!(NV_ENC_STAT, intraMBCount) - 108usize];
    ["Offset of field: NV_ENC_STAT::interMBCount"]
        [::std::mem::offset_of!(NV_ENC_STAT, interMBCount) - 112usize];
    ["Offset of field: NV_ENC_STAT::averageMVX"]
        [::std::mem::offset_of!(NV_ENC_STAT, averageMVX) - 116usize];
    ["Offset of field: NV_ENC_STAT::averageMVY"]
        [::std::mem::offset_of!(NV_ENC_STAT, averageMVY) - 120usize];
    ["Offset of field: NV_ENC_STAT::reserved1"]
        [::std::mem::offset_of!(NV_ENC_STAT, reserved1) - 124usize];
    ["Offset of field: NV_ENC_STAT::reserved2"]
        [::std::mem::offset_of!(NV_ENC_STAT, reserved2) - 1032usize];
};
impl Default for NV_ENC_STAT {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
impl NV_ENC_STAT {
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn ltrFrame(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<0usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_ltrFrame(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<0usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn ltrFrame_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<0usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_ltrFrame_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<0usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn reservedBitFields(&self) -> u32 {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<1usize, 31u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_reservedBitFields(&mut self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<1usize, 31u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn reservedBitFields_raw(this: *const Self) -> u32 {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<1usize, 31u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_reservedBitFields_raw(this: *mut Self, val: u32) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<1usize, 31u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn new_bitfield_1(
        ltrFrame: u32,
        reservedBitFields: u32,
    ) -> __BindgenBitfieldUnit<[u8; 4usize]> {
        let mut __bindgen_bitfield_unit: __BindgenBitfieldUnit<[u8; 4usize]> = Default::default();
        __bindgen_bitfield_unit.set_const::<0usize, 1u8>({
            let ltrFrame: u32 = unsafe { ::std::mem::transmute(ltrFrame) };
            ltrFrame as u64
        });
        __bindgen_bitfield_unit.set_const::<1usize, 31u8>({
            let reservedBitFields: u32 = unsafe { ::std::mem::transmute(reservedBitFields) };
            reservedBitFields as u64
        });
        __bindgen_bitfield_unit
    }
}
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct NV_ENC_SEQUENCE_PARAM_PAYLOAD {
    pub version: u32,
    pub inBufferSize: u32,
    pub spsId: u32,
    pub ppsId: u32,
    pub spsppsBuffer: *mut ::std::os::raw::c_void,
    pub outSPSPPSPayloadSize: *mut u32,
    pub reserved: [u32; 250usize],
    pub reserved2: [*mut ::std::os::raw::c_void; 64usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_SEQUENCE_PARAM_PAYLOAD"]
        [::std::mem::size_of::<NV_ENC_SEQUENCE_PARAM_PAYLOAD>() - 1544usize];
    ["Alignment of NV_ENC_SEQUENCE_PARAM_PAYLOAD"]
        [::std::mem::align_of::<NV_ENC_SEQUENCE_PARAM_PAYLOAD>() - 8usize];
    ["Offset of field: NV_ENC_SEQUENCE_PARAM_PAYLOAD::version"]
        [::std::mem::offset_of!(NV_ENC_SEQUENCE_PARAM_PAYLOAD, version) - 0usize];
    ["Offset of field: NV_ENC_SEQUENCE_PARAM_PAYLOAD::inBufferSize"]
        [::std::mem::offset_of!(NV_ENC_SEQUENCE_PARAM_PAYLOAD, inBufferSize) - 4usize];
    ["Offset of field: NV_ENC_SEQUENCE_PARAM_PAYLOAD::spsId"]
        [::std::mem::offset_of!(NV_ENC_SEQUENCE_PARAM_PAYLOAD, spsId) - 8usize];
    ["Offset of field: NV_ENC_SEQUENCE_PARAM_PAYLOAD::ppsId"]
        [::std::mem::offset_of!(NV_ENC_SEQUENCE_PARAM_PAYLOAD, ppsId) - 12usize];
    ["Offset of field: NV_ENC_SEQUENCE_PARAM_PAYLOAD::spsppsBuffer"]
        [::std::mem::offset_of!(NV_ENC_SEQUENCE_PARAM_PAYLOAD, spsppsBuffer) - 16usize];
    ["Offset of field: NV_ENC_SEQUENCE_PARAM_PAYLOAD::outSPSPPSPayloadSize"]
        [::std::mem::offset_of!(NV_ENC_SEQUENCE_PARAM_PAYLOAD, outSPSPPSPayloadSize) - 24usize];
    ["Offset of field: NV_ENC_SEQUENCE_PARAM_PAYLOAD::reserved"]
        [::std::mem::offset_of!(NV_ENC_SEQUENCE_PARAM_PAYLOAD, reserved) - 32usize];
    ["Offset of field: NV_ENC_SEQUENCE_PARAM_PAYLOAD::reserved2"]
        [::std::mem::offset_of!(NV_ENC_SEQUENCE_PARAM_PAYLOAD, reserved2) - 1032usize];
};
impl Default for NV_ENC_SEQUENCE_PARAM_PAYLOAD {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct NV_ENC_EVENT_PARAMS {
    pub version: u32,
    pub reserved: u32,
    pub completionEvent: *mut ::std::os::raw::c_void,
    pub reserved1: [u32; 253usize],
    pub reserved2: [*mut ::std::os::raw::c_void; 64usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_EVENT_PARAMS"][::std::mem::size_of::<NV_ENC_EVENT_PARAMS>() - 1544usize];
    ["Alignment of NV_ENC_EVENT_PARAMS"][::std::mem::align_of::<NV_ENC_EVENT_PARAMS>() - 8usize];
    ["Offset of field: NV_ENC_EVENT_PARAMS::version"]
        [::std::mem::offset_of!(NV_ENC_EVENT_PARAMS, version) - 0usize];
    ["Offset of field: NV_ENC_EVENT_PARAMS::reserved"]
        [::std::mem::offset_of!(NV_ENC_EVENT_PARAMS, reserved) - 4usize];
    ["Offset of field: NV_ENC_EVENT_PARAMS::completionEvent"]
        [::std::mem::offset_of!(NV_ENC_EVENT_PARAMS, completionEvent) - 8usize];
    ["Offset of field: NV_ENC_EVENT_PARAMS::reserved1"]
        [::std::mem::offset_of!(NV_ENC_EVENT_PARAMS, reserved1) - 16usize];
    ["Offset of field: NV_ENC_EVENT_PARAMS::reserved2"]
        [::std::mem::offset_of!(NV_ENC_EVENT_PARAMS, reserved2) - 1032usize];
};
impl Default for NV_ENC_EVENT_PARAMS {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS {
    pub version: u32,
    pub deviceType: NV_ENC_DEVICE_TYPE,
    pub device: *mut ::std::os::raw::c_void,
    pub reserved: *mut ::std::os::raw::c_void,
    pub apiVersion: u32,
    pub reserved1: [u32; 253usize],
    pub reserved2: [*mut ::std::os::raw::c_void; 64usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS"]
        [::std::mem::size_of::<NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS>() - 1552usize];
    ["Alignment of NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS"]
        [::std::mem::align_of::<NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS>() - 8usize];
    ["Offset of field: NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS::version"]
        [::std::mem::offset_of!(NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS, version) - 0usize];
    ["Offset of field: NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS::deviceType"]
        [::std::mem::offset_of!(NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS, deviceType) - 4usize];
    ["Offset of field: NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS::device"]
        [::std::mem::offset_of!(NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS, device) - 8usize];
    ["Offset of field: NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS::reserved"]
        [::std::mem::offset_of!(NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS, reserved) - 16usize];
    ["Offset of field: NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS::apiVersion"]
        [::std::mem::offset_of!(NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS, apiVersion) - 24usize];
    ["Offset of field: NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS::reserved1"]
        [::std::mem::offset_of!(NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS, reserved1) - 28usize];
    ["Offset of field: NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS::reserved2"]
        [::std::mem::offset_of!(NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS, reserved2) - 1040usize];
};
impl Default for NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
pub type PNVENCOPENENCODESESSION = ::std::option::Option<
    unsafe extern "C" fn(
        device: *mut ::std::os::raw::c_void,
        deviceType: u32,
        encoder: *mut *mut ::std::os::raw::c_void,
    ) -> NVENCSTATUS,
>;
pub type PNVENCGETENCODEGUIDCOUNT = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        encodeGUIDCount: *mut u32,
    ) -> NVENCSTATUS,
>;
pub type PNVENCGETENCODEGUIDS = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        GUIDs: *mut GUID,
        guidArraySize: u32,
        GUIDCount: *mut u32,
    ) -> NVENCSTATUS,
>;
pub type PNVENCGETINPUTFORMATCOUNT = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        encodeGUID: GUID,
        inputFmtCount: *mut u32,
    ) -> NVENCSTATUS,
>;
pub type PNVENCGETINPUTFORMATS = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        encodeGUID: GUID,
        inputFmts: *mut NV_ENC_BUFFER_FORMAT,
        inputFmtArraySize: u32,
        inputFmtCount: *mut u32,
    ) -> NVENCSTATUS,
>;
pub type PNVENCGETENCODECAPS = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        encodeGUID: GUID,
        capsParam: *mut NV_ENC_CAPS_PARAM,
        capsVal: *mut ::std::os::raw::c_int,
    ) -> NVENCSTATUS,
>;
pub type PNVENCGETENCODEPRESETCOUNT = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        encodeGUID: GUID,
        encodePresetGUIDCount: *mut u32,
    ) -> NVENCSTATUS,
>;
pub type PNVENCGETENCODEPRESETGUIDS = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        encodeGUID: GUID,
        presetGUIDs: *mut GUID,
        guidArraySize: u32,
        encodePresetGUIDCount: *mut u32,
    ) -> NVENCSTATUS,
>;
pub type PNVENCGETENCODEPRESETCONFIG = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        encodeGUID: GUID,
        presetGUID: GUID,
        presetConfig: *mut NV_ENC_PRESET_CONFIG,
    ) -> NVENCSTATUS,
>;
pub type PNVENCGETENCODEPRESETCONFIGEX = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        encodeGUID: GUID,
        presetGUID: GUID,
        tuningInfo: NV_ENC_TUNING_INFO,
        presetConfig: *mut NV_ENC_PRESET_CONFIG,
    ) -> NVENCSTATUS,
>;
pub type PNVENCINITIALIZEENCODER = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        createEncodeParams: *mut NV_ENC_INITIALIZE_PARAMS,
    ) -> NVENCSTATUS,
>;
pub type PNVENCCREATEINPUTBUFFER = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        createInputBufferParams: *mut NV_ENC_CREATE_INPUT_BUFFER,
    ) -> NVENCSTATUS,
>;
pub type PNVENCDESTROYINPUTBUFFER = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        inputBuffer: NV_ENC_INPUT_PTR,
    ) -> NVENCSTATUS,
>;
pub type PNVENCCREATEBITSTREAMBUFFER = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        createBitstreamBufferParams: *mut NV_ENC_CREATE_BITSTREAM_BUFFER,
    ) -> NVENCSTATUS,
>;
pub type PNVENCDESTROYBITSTREAMBUFFER = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        bitstreamBuffer: NV_ENC_OUTPUT_PTR,
    ) -> NVENCSTATUS,
>;
pub type PNVENCENCODEPICTURE = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        encodePicParams: *mut NV_ENC_PIC_PARAMS,
    ) -> NVENCSTATUS,
>;
pub type PNVENCLOCKBITSTREAM = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        lockBitstreamBufferParams: *mut NV_ENC_LOCK_BITSTREAM,
    ) -> NVENCSTATUS,
>;
pub type PNVENCUNLOCKBITSTREAM = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        bitstreamBuffer: NV_ENC_OUTPUT_PTR,
    ) -> NVENCSTATUS,
>;
pub type PNVENCLOCKINPUTBUFFER = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        lockInputBufferParams: *mut NV_ENC_LOCK_INPUT_BUFFER,
    ) -> NVENCSTATUS,
>;
pub type PNVENCUNLOCKINPUTBUFFER = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        inputBuffer: NV_ENC_INPUT_PTR,
    ) -> NVENCSTATUS,
>;
pub type PNVENCGETENCODESTATS = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        encodeStats: *mut NV_ENC_STAT,
    ) -> NVENCSTATUS,
>;
pub type PNVENCGETSEQUENCEPARAMS = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        sequenceParamPayload: *mut NV_ENC_SEQUENCE_PARAM_PAYLOAD,
    ) -> NVENCSTATUS,
>;
pub type PNVENCREGISTERASYNCEVENT = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        eventParams: *mut NV_ENC_EVENT_PARAMS,
    ) -> NVENCSTATUS,
>;
pub type PNVENCUNREGISTERASYNCEVENT = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        eventParams: *mut NV_ENC_EVENT_PARAMS,
    ) -> NVENCSTATUS,
>;
pub type PNVENCMAPINPUTRESOURCE = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        mapInputResParams: *mut NV_ENC_MAP_INPUT_RESOURCE,
    ) -> NVENCSTATUS,
>;
pub type PNVENCUNMAPINPUTRESOURCE = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        mappedInputBuffer: NV_ENC_INPUT_PTR,
    ) -> NVENCSTATUS,
>;
pub type PNVENCDESTROYENCODER = ::std::option::Option<
    unsafe extern "C" fn(encoder: *mut ::std::os::raw::c_void) -> NVENCSTATUS,
>;
pub type PNVENCINVALIDATEREFFRAMES = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        invalidRefFrameTimeStamp: u64,
    ) -> NVENCSTATUS,
>;
pub type PNVENCOPENENCODESESSIONEX = ::std::option::Option<
    unsafe extern "C" fn(
        openSessionExParams: *mut NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS,
        encoder: *mut *mut ::std::os::raw::c_void,
    ) -> NVENCSTATUS,
>;
pub type PNVENCREGISTERRESOURCE = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        registerResParams: *mut NV_ENC_REGISTER_RESOURCE,
    ) -> NVENCSTATUS,
>;
pub type PNVENCUNREGISTERRESOURCE = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        registeredRes: NV_ENC_REGISTERED_PTR,
    ) -> NVENCSTATUS,
>;
pub type PNVENCRECONFIGUREENCODER = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        reInitEncodeParams: *mut NV_ENC_RECONFIGURE_PARAMS,
    ) -> NVENCSTATUS,
>;
pub type PNVENCCREATEMVBUFFER = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        createMVBufferParams: *mut NV_ENC_CREATE_MV_BUFFER,
    ) -> NVENCSTATUS,
>;
pub type PNVENCDESTROYMVBUFFER = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        mvBuffer: NV_ENC_OUTPUT_PTR,
    ) -> NVENCSTATUS,
>;
pub type PNVENCRUNMOTIONESTIMATIONONLY = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        meOnlyParams: *mut NV_ENC_MEONLY_PARAMS,
    ) -> NVENCSTATUS,
>;
pub type PNVENCGETLASTERROR = ::std::option::Option<
    unsafe extern "C" fn(encoder: *mut ::std::os::raw::c_void) -> *const ::std::os::raw::c_char,
>;
pub type PNVENCSETIOCUDASTREAMS = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        inputStream: NV_ENC_CUSTREAM_PTR,
        outputStream: NV_ENC_CUSTREAM_PTR,
    ) -> NVENCSTATUS,
>;
pub type PNVENCGETSEQUENCEPARAMEX = ::std::option::Option<
    unsafe extern "C" fn(
        encoder: *mut ::std::os::raw::c_void,
        encInitParams: *mut NV_ENC_INITIALIZE_PARAMS,
        sequenceParamPayload: *mut NV_ENC_SEQUENCE_PARAM_PAYLOAD,
    ) -> NVENCSTATUS,
>;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct NV_ENCODE_API_FUNCTION_LIST {
    pub version: u32,
    pub reserved: u32,
    pub nvEncOpenEncodeSession: PNVENCOPENENCODESESSION,
    pub nvEncGetEncodeGUIDCount: PNVENCGETENCODEGUIDCOUNT,
    pub nvEncGetEncodeProfileGUIDCount: PNVENCGETENCODEPRESETCOUNT,
    pub nvEncGetEncodeProfileGUIDs: PNVENCGETENCODEPRESETGUIDS,
    pub nvEncGetEncodeGUIDs: PNVENCGETENCODEGUIDS,
    pub nvEncGetInputFormatCount: PNVENCGETINPUTFORMATCOUNT,
    pub nvEncGetInputFormats: PNVENCGETINPUTFORMATS,
    pub nvEncGetEncodeCaps: PNVENCGETENCODECAPS,
    pub nvEncGetEncodePresetCount: PNVENCGETENCODEPRESETCOUNT,
    pub nvEncGetEncodePresetGUIDs: PNVENCGETENCODEPRESETGUIDS,
    pub nvEncGetEncodePresetConfig: PNVENCGETENCODEPRESETCONFIG,
    pub nvEncInitializeEncoder: PNVENCINITIALIZEENCODER,
    pub nvEncCreateInputBuffer: PNVENCCREATEINPUTBUFFER,
    pub nvEncDestroyInputBuffer: PNVENCDESTROYINPUTBUFFER,
    pub nvEncCreateBitstreamBuffer: PNVENCCREATEBITSTREAMBUFFER,
    pub nvEncDestroyBitstreamBuffer: PNVENCDESTROYBITSTREAMBUFFER,
    pub nvEncEncodePicture: PNVENCENCODEPICTURE,
    pub nvEncLockBitstream: PNVENCLOCKBITSTREAM,
    pub nvEncUnlockBitstream: PNVENCUNLOCKBITSTREAM,
    pub nvEncLockInputBuffer: PNVENCLOCKINPUTBUFFER,
    pub nvEncUnlockInputBuffer: PNVENCUNLOCKINPUTBUFFER,
    pub nvEncGetEncodeStats: PNVENCGETENCODESTATS,
    pub nvEncGetSequenceParams: PNVENCGETSEQUENCEPARAMS,
    pub nvEncRegisterAsyncEvent: PNVENCREGISTERASYNCEVENT,
    pub nvEncUnregisterAsyncEvent: PNVENCUNREGISTERASYNCEVENT,
    pub nvEncMapInputResource: PNVENCMAPINPUTRESOURCE,
    pub nvEncUnmapInputResource: PNVENCUNMAPINPUTRESOURCE,
    pub nvEncDestroyEncoder: PNVENCDESTROYENCODER,
    pub nvEncInvalidateRefFrames: PNVENCINVALIDATEREFFRAMES,
    pub nvEncOpenEncodeSessionEx: PNVENCOPENENCODESESSIONEX,
    pub nvEncRegisterResource: PNVENCREGISTERRESOURCE,
    pub nvEncUnregisterResource: PNVENCUNREGISTERRESOURCE,
    pub nvEncReconfigureEncoder: PNVENCRECONFIGUREENCODER,
    pub reserved1: *mut ::std::os::raw::c_void,
    pub nvEncCreateMVBuffer: PNVENCCREATEMVBUFFER,
    pub nvEncDestroyMVBuffer: PNVENCDESTROYMVBUFFER,
    pub nvEncRunMotionEstimationOnly: PNVENCRUNMOTIONESTIMATIONONLY,
    pub nvEncGetLastErrorString: PNVENCGETLASTERROR,
    pub nvEncSetIOCudaStreams: PNVENCSETIOCUDASTREAMS,
    pub nvEncGetEncodePresetConfigEx: PNVENCGETENCODEPRESETCONFIGEX,
    pub nvEncGetSequenceParamEx: PNVENCGETSEQUENCEPARAMEX,
    pub reserved2: [*mut ::std::os::raw::c_void; 277usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of NV_ENCODE_API_FUNCTION_LIST"]
        [::std::mem::size_of::<NV_ENCODE_API_FUNCTION_LIST>() - 2552usize];
    ["Alignment of NV_ENCODE_API_FUNCTION_LIST"]
        [::std::mem::align_of::<NV_ENCODE_API_FUNCTION_LIST>() - 8usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::version"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, version) - 0usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::reserved"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, reserved) - 4usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncOpenEncodeSession"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncOpenEncodeSession) - 8usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncGetEncodeGUIDCount"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncGetEncodeGUIDCount) - 16usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncGetEncodeProfileGUIDCount"][::std::mem::offset_of!(
        NV_ENCODE_API_FUNCTION_LIST,
        nvEncGetEncodeProfileGUIDCount
    ) - 24usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncGetEncodeProfileGUIDs"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncGetEncodeProfileGUIDs) - 32usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncGetEncodeGUIDs"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncGetEncodeGUIDs) - 40usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncGetInputFormatCount"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncGetInputFormatCount) - 48usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncGetInputFormats"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncGetInputFormats) - 56usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncGetEncodeCaps"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncGetEncodeCaps) - 64usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncGetEncodePresetCount"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncGetEncodePresetCount) - 72usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncGetEncodePresetGUIDs"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncGetEncodePresetGUIDs) - 80usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncGetEncodePresetConfig"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncGetEncodePresetConfig) - 88usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncInitializeEncoder"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncInitializeEncoder) - 96usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncCreateInputBuffer"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncCreateInputBuffer) - 104usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncDestroyInputBuffer"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncDestroyInputBuffer) - 112usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncCreateBitstreamBuffer"][::std::mem::offset_of!(
        NV_ENCODE_API_FUNCTION_LIST,
        nvEncCreateBitstreamBuffer
    ) - 120usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncDestroyBitstreamBuffer"][::std::mem::offset_of!(
        NV_ENCODE_API_FUNCTION_LIST,
        nvEncDestroyBitstreamBuffer
    ) - 128usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncEncodePicture"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncEncodePicture) - 136usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncLockBitstream"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncLockBitstream) - 144usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncUnlockBitstream"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncUnlockBitstream) - 152usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncLockInputBuffer"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncLockInputBuffer) - 160usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncUnlockInputBuffer"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncUnlockInputBuffer) - 168usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncGetEncodeStats"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncGetEncodeStats) - 176usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncGetSequenceParams"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncGetSequenceParams) - 184usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncRegisterAsyncEvent"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncRegisterAsyncEvent) - 192usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncUnregisterAsyncEvent"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncUnregisterAsyncEvent) - 200usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncMapInputResource"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncMapInputResource) - 208usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncUnmapInputResource"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncUnmapInputResource) - 216usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncDestroyEncoder"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncDestroyEncoder) - 224usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncInvalidateRefFrames"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncInvalidateRefFrames) - 232usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncOpenEncodeSessionEx"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncOpenEncodeSessionEx) - 240usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncRegisterResource"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncRegisterResource) - 248usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncUnregisterResource"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncUnregisterResource) - 256usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncReconfigureEncoder"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncReconfigureEncoder) - 264usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::reserved1"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, reserved1) - 272usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncCreateMVBuffer"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncCreateMVBuffer) - 280usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncDestroyMVBuffer"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncDestroyMVBuffer) - 288usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncRunMotionEstimationOnly"][::std::mem::offset_of!(
        NV_ENCODE_API_FUNCTION_LIST,
        nvEncRunMotionEstimationOnly
    ) - 296usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncGetLastErrorString"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncGetLastErrorString) - 304usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncSetIOCudaStreams"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncSetIOCudaStreams) - 312usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncGetEncodePresetConfigEx"][::std::mem::offset_of!(
        NV_ENCODE_API_FUNCTION_LIST,
        nvEncGetEncodePresetConfigEx
    ) - 320usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::nvEncGetSequenceParamEx"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, nvEncGetSequenceParamEx) - 328usize];
    ["Offset of field: NV_ENCODE_API_FUNCTION_LIST::reserved2"]
        [::std::mem::offset_of!(NV_ENCODE_API_FUNCTION_LIST, reserved2) - 336usize];
};
impl Default for NV_ENCODE_API_FUNCTION_LIST {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
pub type tcu_ulong = ::std::os::raw::c_ulong;
pub type CUvideodecoder = *mut ::std::os::raw::c_void;
#[repr(C)]
#[derive(Debug)]
pub struct CUcontextlock_st {
    _unused: [u8; 0],
}
pub type CUvideoctxlock = *mut CUcontextlock_st;
impl cudaVideoCodec {
    pub const cudaVideoCodec_MPEG1: cudaVideoCodec = cudaVideoCodec(0);
    pub const cudaVideoCodec_MPEG2: cudaVideoCodec = cudaVideoCodec(1);
    pub const cudaVideoCodec_MPEG4: cudaVideoCodec = cudaVideoCodec(2);
    pub const cudaVideoCodec_VC1: cudaVideoCodec = cudaVideoCodec(3);
    pub const cudaVideoCodec_H264: cudaVideoCodec = cudaVideoCodec(4);
    pub const cudaVideoCodec_JPEG: cudaVideoCodec = cudaVideoCodec(5);
    pub const cudaVideoCodec_H264_SVC: cudaVideoCodec = cudaVideoCodec(6);
    pub const cudaVideoCodec_H264_MVC: cudaVideoCodec = cudaVideoCodec(7);
    pub const cudaVideoCodec_HEVC: cudaVideoCodec = cudaVideoCodec(8);
    pub const cudaVideoCodec_VP8: cudaVideoCodec = cudaVideoCodec(9);
    pub const cudaVideoCodec_VP9: cudaVideoCodec = cudaVideoCodec(10);
    pub const cudaVideoCodec_AV1: cudaVideoCodec = cudaVideoCodec(11);
    pub const cudaVideoCodec_NumCodecs: cudaVideoCodec = cudaVideoCodec(12);
    pub const cudaVideoCodec_YUV420: cudaVideoCodec = cudaVideoCodec(1230591318);
    pub const cudaVideoCodec_YV12: cudaVideoCodec = cudaVideoCodec(1498820914);
    pub const cudaVideoCodec_NV12: cudaVideoCodec = cudaVideoCodec(1314271538);
    pub const cudaVideoCodec_YUYV: cudaVideoCodec = cudaVideoCodec(1498765654);
    pub const cudaVideoCodec_UYVY: cudaVideoCodec = cudaVideoCodec(1431918169);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct cudaVideoCodec(pub ::std::os::raw::c_uint);
impl cudaVideoSurfaceFormat {
    pub const cudaVideoSurfaceFormat_NV12: cudaVideoSurfaceFormat = cudaVideoSurfaceFormat(0);
    pub const cudaVideoSurfaceFormat_P016: cudaVideoSurfaceFormat = cudaVideoSurfaceFormat(1);
    pub const cudaVideoSurfaceFormat_YUV444: cudaVideoSurfaceFormat = cudaVideoSurfaceFormat(2);
    pub const cudaVideoSurfaceFormat_YUV444_16Bit: cudaVideoSurfaceFormat =
        cudaVideoSurfaceFormat(3);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct cudaVideoSurfaceFormat(pub ::std::os::raw::c_uint);
impl cudaVideoDeinterlaceMode {
    pub const cudaVideoDeinterlaceMode_Weave: cudaVideoDeinterlaceMode =
        cudaVideoDeinterlaceMode(0);
    pub const cudaVideoDeinterlaceMode_Bob: cudaVideoDeinterlaceMode = cudaVideoDeinterlaceMode(1);
    pub const cudaVideoDeinterlaceMode_Adaptive: cudaVideoDeinterlaceMode =
        cudaVideoDeinterlaceMode(2);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct cudaVideoDeinterlaceMode(pub ::std::os::raw::c_uint);
impl cudaVideoChromaFormat {
    pub const cudaVideoChromaFormat_Monochrome: cudaVideoChromaFormat = cudaVideoChromaFormat(0);
    pub const cudaVideoChromaFormat_420: cudaVideoChromaFormat = cudaVideoChromaFormat(1);
    pub const cudaVideoChromaFormat_422: cudaVideoChromaFormat = cudaVideoChromaFormat(2);
    pub const cudaVideoChromaFormat_444: cudaVideoChromaFormat = cudaVideoChromaFormat(3);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct cudaVideoChromaFormat(pub ::std::os::raw::c_uint);
impl cudaVideoCreateFlags {
    pub const cudaVideoCreate_Default: cudaVideoCreateFlags = cudaVideoCreateFlags(0);
    pub const cudaVideoCreate_PreferCUDA: cudaVideoCreateFlags = cudaVideoCreateFlags(1);
    pub const cudaVideoCreate_PreferDXVA: cudaVideoCreateFlags = cudaVideoCreateFlags(2);
    pub const cudaVideoCreate_PreferCUVID: cudaVideoCreateFlags = cudaVideoCreateFlags(4);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct cudaVideoCreateFlags(pub ::std::os::raw::c_uint);
impl cuvidDecodeStatus {
    pub const cuvidDecodeStatus_Invalid: cuvidDecodeStatus = cuvidDecodeStatus(0);
    pub const cuvidDecodeStatus_InProgress: cuvidDecodeStatus = cuvidDecodeStatus(1);
    pub const cuvidDecodeStatus_Success: cuvidDecodeStatus = cuvidDecodeStatus(2);
    pub const cuvidDecodeStatus_Error: cuvidDecodeStatus = cuvidDecodeStatus(8);
    pub const cuvidDecodeStatus_Error_Concealed: cuvidDecodeStatus = cuvidDecodeStatus(9);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct cuvidDecodeStatus(pub ::std::os::raw::c_uint);
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct CUVIDDECODECAPS {
    pub eCodecType: cudaVideoCodec,
    pub eChromaFormat: cudaVideoChromaFormat,
    pub nBitDepthMinus8: ::std::os::raw::c_uint,
    pub reserved1: [::std::os::raw::c_uint; 3usize],
    pub bIsSupported: ::std::os::raw::c_uchar,
    pub nNumNVDECs: ::std::os::raw::c_uchar,
    pub nOutputFormatMask: ::std::os::raw::c_ushort,
    pub nMaxWidth: ::std::os::raw::c_uint,
    pub nMaxHeight: ::std::os::raw::c_uint,
    pub nMaxMBCount: ::std::os::raw::c_uint,
    pub nMinWidth: ::std::os::raw::c_ushort,
    pub nMinHeight: ::std::os::raw::c_ushort,
    pub bIsHistogramSupported: ::std::os::raw::c_uchar,
    pub nCounterBitDepth: ::std::os::raw::c_uchar,
    pub nMaxHistogramBins: ::std::os::raw::c_ushort,
    pub reserved3: [::std::os::raw::c_uint; 10usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDDECODECAPS"][::std::mem::size_of::<CUVIDDECODECAPS>() - 88usize];
    ["Alignment of CUVIDDECODECAPS"][::std::mem::align_of::<CUVIDDECODECAPS>() - 4usize];
    ["Offset of field: CUVIDDECODECAPS::eCodecType"]
        [::std::mem::offset_of!(CUVIDDECODECAPS, eCodecType) - 0usize];
    ["Offset of field: CUVIDDECODECAPS::eChromaFormat"]
        [::std::mem::offset_of!(CUVIDDECODECAPS, eChromaFormat) - 4usize];
    ["Offset of field: CUVIDDECODECAPS::nBitDepthMinus8"]
        [::std::mem::offset_of!(CUVIDDECODECAPS, nBitDepthMinus8) - 8usize];
    ["Offset of field: CUVIDDECODECAPS::reserved1"]
        [::std::mem::offset_of!(CUVIDDECODECAPS, reserved1) - 12usize];
    ["Offset of field: CUVIDDECODECAPS::bIsSupported"]
        [::std::mem::offset_of!(CUVIDDECODECAPS, bIsSupported) - 24usize];
    ["Offset of field: CUVIDDECODECAPS::nNumNVDECs"]
        [::std::mem::offset_of!(CUVIDDECODECAPS, nNumNVDECs) - 25usize];
    ["Offset of field: CUVIDDECODECAPS::nOutputFormatMask"]
        [::std::mem::offset_of!(CUVIDDECODECAPS, nOutputFormatMask) - 26usize];
    ["Offset of field: CUVIDDECODECAPS::nMaxWidth"]
        [::std::mem::offset_of!(CUVIDDECODECAPS, nMaxWidth) - 28usize];
    ["Offset of field: CUVIDDECODECAPS::nMaxHeight"]
        [::std::mem::offset_of!(CUVIDDECODECAPS, nMaxHeight) - 32usize];
    ["Offset of field: CUVIDDECODECAPS::nMaxMBCount"]
        [::std::mem::offset_of!(CUVIDDECODECAPS, nMaxMBCount) - 36usize];
    ["Offset of field: CUVIDDECODECAPS::nMinWidth"]
        [::std::mem::offset_of!(CUVIDDECODECAPS, nMinWidth) - 40usize];
    ["Offset of field: CUVIDDECODECAPS::nMinHeight"]
        [::std::mem::offset_of!(CUVIDDECODECAPS, nMinHeight) - 42usize];
    ["Offset of field: CUVIDDECODECAPS::bIsHistogramSupported"]
        [::std::mem::offset_of!(CUVIDDECODECAPS, bIsHistogramSupported) - 44usize];
    ["Offset of field: CUVIDDECODECAPS::nCounterBitDepth"]
        [::std::mem::offset_of!(CUVIDDECODECAPS, nCounterBitDepth) - 45usize];
    ["Offset of field: CUVIDDECODECAPS::nMaxHistogramBins"]
        [::std::mem::offset_of!(CUVIDDECODECAPS, nMaxHistogramBins) - 46usize];
    ["Offset of field: CUVIDDECODECAPS::reserved3"]
        [::std::mem::offset_of!(CUVIDDECODECAPS, reserved3) - 48usize];
};
impl Default for CUVIDDECODECAPS {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct CUVIDDECODECREATEINFO {
    pub ulWidth: tcu_ulong,
    pub ulHeight: tcu_ulong,
    pub ulNumDecodeSurfaces: tcu_ulong,
    pub CodecType: cudaVideoCodec,
    pub ChromaFormat: cudaVideoChromaFormat,
    pub ulCreationFlags: tcu_ulong,
    pub bitDepthMinus8: tcu_ulong,
    pub ulIntraDecodeOnly: tcu_ulong,
    pub ulMaxWidth: tcu_ulong,
    pub ulMaxHeight: tcu_ulong,
    pub Reserved1: tcu_ulong,
    pub display_area: CUVIDDECODECREATEINFO__bindgen_ty_1,
    pub OutputFormat: cudaVideoSurfaceFormat,
    pub DeinterlaceMode: cudaVideoDeinterlaceMode,
    pub ulTargetWidth: tcu_ulong,
    pub ulTargetHeight: tcu_ulong,
    pub ulNumOutputSurfaces: tcu_ulong,
    pub vidLock: CUvideoctxlock,
    pub target_rect: CUVIDDECODECREATEINFO__bindgen_ty_2,
    pub enableHistogram: tcu_ulong,
    pub Reserved2: [tcu_ulong; 4usize],
}
#[repr(C)]
#[derive(Debug, Default, Copy, Clone)]
pub struct CUVIDDECODECREATEINFO__bindgen_ty_1 {
    pub left: ::std::os::raw::c_short,
    pub top: ::std::os::raw::c_short,
    pub right: ::std::os::raw::c_short,
    pub bottom: ::std::os::raw::c_short,
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDDECODECREATEINFO__bindgen_ty_1"]
        [::std::mem::size_of::<CUVIDDECODECREATEINFO__bindgen_ty_1>() - 8usize];
    ["Alignment of CUVIDDECODECREATEINFO__bindgen_ty_1"]
        [::std::mem::align_of::<CUVIDDECODECREATEINFO__bindgen_ty_1>() - 2usize];
    ["Offset of field: CUVIDDECODECREATEINFO__bindgen_ty_1::left"]
        [::std::mem::offset_of!(CUVIDDECODECREATEINFO__bindgen_ty_1, left) - 0usize];
    ["Offset of field: CUVIDDECODECREATEINFO__bindgen_ty_1::top"]
        [::std::mem::offset_of!(CUVIDDECODECREATEINFO__bindgen_ty_1, top) - 2usize];
    ["Offset of field: CUVIDDECODECREATEINFO__bindgen_ty_1::right"]
        [::std::mem::offset_of!(CUVIDDECODECREATEINFO__bindgen_ty_1, right) - 4usize];
    ["Offset of field: CUVIDDECODECREATEINFO__bindgen_ty_1::bottom"]
        [::std::mem::offset_of!(CUVIDDECODECREATEINFO__bindgen_ty_1, bottom) - 6usize];
};
#[repr(C)]
#[derive(Debug, Default, Copy, Clone)]
pub struct CUVIDDECODECREATEINFO__bindgen_ty_2 {
    pub left: ::std::os::raw::c_short,
    pub top: ::std::os::raw::c_short,
    pub right: ::std::os::raw::c_short,
    pub bottom: ::std::os::raw::c_short,
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDDECODECREATEINFO__bindgen_ty_2"]
        [::std::mem::size_of::<CUVIDDECODECREATEINFO__bindgen_ty_2>() - 8usize];
    ["Alignment of CUVIDDECODECREATEINFO__bindgen_ty_2"]
        [::std::mem::align_of::<CUVIDDECODECREATEINFO__bindgen_ty_2>() - 2usize];
    ["Offset of field: CUVIDDECODECREATEINFO__bindgen_ty_2::left"]
        [::std::mem::offset_of!(CUVIDDECODECREATEINFO__bindgen_ty_2, left) - 0usize];
    ["Offset of field: CUVIDDECODECREATEINFO__bindgen_ty_2::top"]
        [::std::mem::offset_of!(CUVIDDECODECREATEINFO__bindgen_ty_2, top) - 2usize];
    ["Offset of field: CUVIDDECODECREATEINFO__bindgen_ty_2::right"]
        [::std::mem::offset_of!(CUVIDDECODECREATEINFO__bindgen_ty_2, right) - 4usize];
    ["Offset of field: CUVIDDECODECREATEINFO__bindgen_ty_2::bottom"]
        [::std::mem::offset_of!(CUVIDDECODECREATEINFO__bindgen_ty_2, bottom) - 6usize];
};
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDDECODECREATEINFO"][::std::mem::size_of::<CUVIDDECODECREATEINFO>() - 176usize];
    ["Alignment of CUVIDDECODECREATEINFO"]
        [::std::mem::align_of::<CUVIDDECODECREATEINFO>() - 8usize];
    ["Offset of field: CUVIDDECODECREATEINFO::ulWidth"]
        [::std::mem::offset_of!(CUVIDDECODECREATEINFO, ulWidth) - 0usize];
    ["Offset of field: CUVIDDECODECREATEINFO::ulHeight"]
        [::std::mem::offset_of!(CUVIDDECODECREATEINFO, ulHeight) - 8usize];
    ["Offset of field: CUVIDDECODECREATEINFO::ulNumDecodeSurfaces"]
        [::std::mem::offset_of!(CUVIDDECODECREATEINFO, ulNumDecodeSurfaces) - 16usize];
    ["Offset of field: CUVIDDECODECREATEINFO::CodecType"]
        [::std::mem::offset_of!(CUVIDDECODECREATEINFO, CodecType) - 24usize];
    ["Offset of field: CUVIDDECODECREATEINFO::ChromaFormat"]
        [::std::mem::offset_of!(CUVIDDECODECREATEINFO, ChromaFormat) - 28usize];
    ["Offset of field: CUVIDDECODECREATEINFO::ulCreationFlags"]
        [::std::mem::offset_of!(CUVIDDECODECREATEINFO, ulCreationFlags) - 32usize];
    ["Offset of field: CUVIDDECODECREATEINFO::bitDepthMinus8"]
        [::std::mem::offset_of!(CUVIDDECODECREATEINFO, bitDepthMinus8) - 40usize];
    ["Offset of field: CUVIDDECODECREATEINFO::ulIntraDecodeOnly"]
        [::std::mem::offset_of!(CUVIDDECODECREATEINFO, ulIntraDecodeOnly) - 48usize];
    ["Offset of field: CUVIDDECODECREATEINFO::ulMaxWidth"]
        [::std::mem::offset_of!(CUVIDDECODECREATEINFO, ulMaxWidth) - 56usize];
    ["Offset of field: CUVIDDECODECREATEINFO::ulMaxHeight"]
        [::std::mem::offset_of!(CUVIDDECODECREATEINFO, ulMaxHeight) - 64usize];
    ["Offset of field: CUVIDDECODECREATEINFO::Reserved1"]
        [::std::mem::offset_of!(CUVIDDECODECREATEINFO, Reserved1) - 72usize];
    ["Offset of field: CUVIDDECODECREATEINFO::display_area"]
        [::std::mem::offset_of!(CUVIDDECODECREATEINFO, display_area) - 80usize];
    ["Offset of field: CUVIDDECODECREATEINFO::OutputFormat"]
        [::std::mem::offset_of!(CUVIDDECODECREATEINFO, OutputFormat) - 88usize];
    ["Offset of field: CUVIDDECODECREATEINFO::DeinterlaceMode"]
        [::std::mem::offset_of!(CUVIDDECODECREATEINFO, DeinterlaceMode) - 92usize];
    ["Offset of field: CUVIDDECODECREATEINFO::ulTargetWidth"]
        [::std::mem::offset_of!(CUVIDDECODECREATEINFO, ulTargetWidth) - 96usize];
    ["Offset of field: CUVIDDECODECREATEINFO::ulTargetHeight"]
        [::std::mem::offset_of!(CUVIDDECODECREATEINFO, ulTargetHeight) - 104usize];
    ["Offset of field: CUVIDDECODECREATEINFO::ulNumOutputSurfaces"]
        [::std::mem::offset_of!(CUVIDDECODECREATEINFO, ulNumOutputSurfaces) - 112usize];
    ["Offset of field: CUVIDDECODECREATEINFO::vidLock"]
        [::std::mem::offset_of!(CUVIDDECODECREATEINFO, vidLock) - 120usize];
    ["Offset of field: CUVIDDECODECREATEINFO::target_rect"]
        [::std::mem::offset_of!(CUVIDDECODECREATEINFO, target_rect) - 128usize];
    ["Offset of field: CUVIDDECODECREATEINFO::enableHistogram"]
        [::std::mem::offset_of!(CUVIDDECODECREATEINFO, enableHistogram) - 136usize];
    ["Offset of field: CUVIDDECODECREATEINFO::Reserved2"]
        [::std::mem::offset_of!(CUVIDDECODECREATEINFO, Reserved2) - 144usize];
};
impl Default for CUVIDDECODECREATEINFO {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Debug, Default, Copy, Clone)]
pub struct CUVIDH264DPBENTRY {
    pub PicIdx: ::std::os::raw::c_int,
    pub FrameIdx: ::std::os::raw::c_int,
    pub is_long_term: ::std::os::raw::c_int,
    pub not_existing: ::std::os::raw::c_int,
    pub used_for_reference: ::std::os::raw::c_int,
    pub FieldOrderCnt: [::std::os::raw::c_int; 2usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDH264DPBENTRY"][::std::mem::size_of::<CUVIDH264DPBENTRY>() - 28usize];
    ["Alignment of CUVIDH264DPBENTRY"][::std::mem::align_of::<CUVIDH264DPBENTRY>() - 4usize];
    ["Offset of field: CUVIDH264DPBENTRY::PicIdx"]
        [::std::mem::offset_of!(CUVIDH264DPBENTRY, PicIdx) - 0usize];
    ["Offset of field: CUVIDH264DPBENTRY::FrameIdx"]
        [::std::mem::offset_of!(CUVIDH264DPBENTRY, FrameIdx) - 4usize];
    ["Offset of field: CUVIDH264DPBENTRY::is_long_term"]
        [::std::mem::offset_of!(CUVIDH264DPBENTRY, is_long_term) - 8usize];
    ["Offset of field: CUVIDH264DPBENTRY::not_existing"]
        [::std::mem::offset_of!(CUVIDH264DPBENTRY, not_existing) - 12usize];
    ["Offset of field: CUVIDH264DPBENTRY::used_for_reference"]
        [::std::mem::offset_of!(CUVIDH264DPBENTRY, used_for_reference) - 16usize];
    ["Offset of field: CUVIDH264DPBENTRY::FieldOrderCnt"]
        [::std::mem::offset_of!(CUVIDH264DPBENTRY, FieldOrderCnt) - 20usize];
};
#[repr(C)]
#[derive(Debug, Default, Copy, Clone)]
pub struct CUVIDH264MVCEXT {
    pub num_views_minus1: ::std::os::raw::c_int,
    pub view_id: ::std::os::raw::c_int,
    pub inter_view_flag: ::std::os::raw::c_uchar,
    pub num_inter_view_refs_l0: ::std::os::raw::c_uchar,
    pub num_inter_view_refs_l1: ::std::os::raw::c_uchar,
    pub MVCReserved8Bits: ::std::os::raw::c_uchar,
    pub InterViewRefsL0: [::std::os::raw::c_int; 16usize],
    pub InterViewRefsL1: [::std::os::raw::c_int; 16usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDH264MVCEXT"][::std::mem::size_of::<CUVIDH264MVCEXT>() - 140usize];
    ["Alignment of CUVIDH264MVCEXT"][::std::mem::align_of::<CUVIDH264MVCEXT>() - 4usize];
    ["Offset of field: CUVIDH264MVCEXT::num_views_minus1"]
        [::std::mem::offset_of!(CUVIDH264MVCEXT, num_views_minus1) - 0usize];
    ["Offset of field: CUVIDH264MVCEXT::view_id"]
        [::std::mem::offset_of!(CUVIDH264MVCEXT, view_id) - 4usize];
    ["Offset of field: CUVIDH264MVCEXT::inter_view_flag"]
        [::std::mem::offset_of!(CUVIDH264MVCEXT, inter_view_flag) - 8usize];
    ["Offset of field: CUVIDH264MVCEXT::num_inter_view_refs_l0"]
        [::std::mem::offset_of!(CUVIDH264MVCEXT, num_inter_view_refs_l0) - 9usize];
    ["Offset of field: CUVIDH264MVCEXT::num_inter_view_refs_l1"]
        [::std::mem::offset_of!(CUVIDH264MVCEXT, num_inter_view_refs_l1) - 10usize];
    ["Offset of field: CUVIDH264MVCEXT::MVCReserved8Bits"]
        [::std::mem::offset_of!(CUVIDH264MVCEXT, MVCReserved8Bits) - 11usize];
    ["Offset of field: CUVIDH264MVCEXT::InterViewRefsL0"]
        [::std::mem::offset_of!(CUVIDH264MVCEXT, InterViewRefsL0) - 12usize];
    ["Offset of field: CUVIDH264MVCEXT::InterViewRefsL1"]
        [::std::mem::offset_of!(CUVIDH264MVCEXT, InterViewRefsL1) - 76usize];
};
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct CUVIDH264SVCEXT {
    pub profile_idc: ::std::os::raw::c_uchar,
    pub level_idc: ::std::os::raw::c_uchar,
    pub DQId: ::std::os::raw::c_uchar,
    pub DQIdMax: ::std::os::raw::c_uchar,
    pub disable_inter_layer_deblocking_filter_idc: ::std::os::raw::c_uchar,
    pub ref_layer_chroma_phase_y_plus1: ::std::os::raw::c_uchar,
    pub inter_layer_slice_alpha_c0_offset_div2: ::std::os::raw::c_schar,
    pub inter_layer_slice_beta_offset_div2: ::std::os::raw::c_schar,
    pub DPBEntryValidFlag: ::std::os::raw::c_ushort,
    pub inter_layer_deblocking_filter_control_present_flag: ::std::os::raw::c_uchar,
    pub extended_spatial_scalability_idc: ::std::os::raw::c_uchar,
    pub adaptive_tcoeff_level_prediction_flag: ::std::os::raw::c_uchar,
    pub slice_header_restriction_flag: ::std::os::raw::c_uchar,
    pub chroma_phase_x_plus1_flag: ::std::os::raw::c_uchar,
    pub chroma_phase_y_plus1: ::std::os::raw::c_uchar,
    pub tcoeff_level_prediction_flag: ::std::os::raw::c_uchar,
    pub constrained_intra_resampling_flag: ::std::os::raw::c_uchar,
    pub ref_layer_chroma_phase_x_plus1_flag: ::std::os::raw::c_uchar,
    pub store_ref_base_pic_flag: ::std::os::raw::c_uchar,
    pub Reserved8BitsA: ::std::os::raw::c_uchar,
    pub Reserved8BitsB: ::std::os::raw::c_uchar,
    pub scaled_ref_layer_left_offset: ::std::os::raw::c_short,
    pub scaled_ref_layer_top_offset: ::std::os::raw::c_short,
    pub scaled_ref_layer_right_offset: ::std::os::raw::c_short,
    pub scaled_ref_layer_bottom_offset: ::std::os::raw::c_short,
    pub Reserved16Bits: ::std::os::raw::c_ushort,
    pub pNextLayer: *mut CUVIDPICPARAMS,
    pub bRefBaseLayer: ::std::os::raw::c_int,
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDH264SVCEXT"][::std::mem::size_of::<CUVIDH264SVCEXT>() - 48usize];
    ["Alignment of CUVIDH264SVCEXT"][::std::mem::align_of::<CUVIDH264SVCEXT>() - 8usize];
    ["Offset of field: CUVIDH264SVCEXT::profile_idc"]
        [::std::mem::offset_of!(CUVIDH264SVCEXT, profile_idc) - 0usize];
    ["Offset of field: CUVIDH264SVCEXT::level_idc"]
        [::std::mem::offset_of!(CUVIDH264SVCEXT, level_idc) - 1usize];
    ["Offset of field: CUVIDH264SVCEXT::DQId"]
        [::std::mem::offset_of!(CUVIDH264SVCEXT, DQId) - 2usize];
    ["Offset of field: CUVIDH264SVCEXT::DQIdMax"]
        [::std::mem::offset_of!(CUVIDH264SVCEXT, DQIdMax) - 3usize];
    ["Offset of field: CUVIDH264SVCEXT::disable_inter_layer_deblocking_filter_idc"][::std::mem::offset_of!(
        CUVIDH264SVCEXT,
        disable_inter_layer_deblocking_filter_idc
    ) - 4usize];
    ["Offset of field: CUVIDH264SVCEXT::ref_layer_chroma_phase_y_plus1"]
        [::std::mem::offset_of!(CUVIDH264SVCEXT, ref_layer_chroma_phase_y_plus1) - 5usize];
    ["Offset of field: CUVIDH264SVCEXT::inter_layer_slice_alpha_c0_offset_div2"]
        [::std::mem::offset_of!(CUVIDH264SVCEXT, inter_layer_slice_alpha_c0_offset_div2) - 6usize];
    ["Offset of field: CUVIDH264SVCEXT::inter_layer_slice_beta_offset_div2"]
        [::std::mem::offset_of!(CUVIDH264SVCEXT, inter_layer_slice_beta_offset_div2) - 7usize];
    ["Offset of field: CUVIDH264SVCEXT::DPBEntryValidFlag"]
        [::std::mem::offset_of!(CUVIDH264SVCEXT, DPBEntryValidFlag) - 8usize];
    ["Offset of field: CUVIDH264SVCEXT::inter_layer_deblocking_filter_control_present_flag"][::std::mem::offset_of!(
        CUVIDH264SVCEXT,
        inter_layer_deblocking_filter_control_present_flag
    )
        - 10usize];
    ["Offset of field: CUVIDH264SVCEXT::extended_spatial_scalability_idc"]
        [::std::mem::offset_of!(CUVIDH264SVCEXT, extended_spatial_scalability_idc) - 11usize];
    ["Offset of field: CUVIDH264SVCEXT::adaptive_tcoeff_level_prediction_flag"]
        [::std::mem::offset_of!(CUVIDH264SVCEXT, adaptive_tcoeff_level_prediction_flag) - 12usize];
    ["Offset of field: CUVIDH264SVCEXT::slice_header_restriction_flag"]
        [::std::mem::offset_of!(CUVIDH264SVCEXT, slice_header_restriction_flag) - 13usize];
    ["Offset of field: CUVIDH264SVCEXT::chroma_phase_x_plus1_flag"]
        [::std::mem::offset_of!(CUVIDH264SVCEXT, chroma_phase_x_plus1_flag) - 14usize];
    ["Offset of field: CUVIDH264SVCEXT::chroma_phase_y_plus1"]
        [::std::mem::offset_of!(CUVIDH264SVCEXT, chroma_phase_y_plus1) - 15usize];
    ["Offset of field: CUVIDH264SVCEXT::tcoeff_level_prediction_flag"]
        [::std::mem::offset_of!(CUVIDH264SVCEXT, tcoeff_level_prediction_flag) - 16usize];
    ["Offset of field: CUVIDH264SVCEXT::constrained_intra_resampling_flag"]
        [::std::mem::offset_of!(CUVIDH264SVCEXT, constrained_intra_resampling_flag) - 17usize];
    ["Offset of field: CUVIDH264SVCEXT::ref_layer_chroma_phase_x_plus1_flag"]
        [::std::mem::offset_of!(CUVIDH264SVCEXT, ref_layer_chroma_phase_x_plus1_flag) - 18usize];
    ["Offset of field: CUVIDH264SVCEXT::store_ref_base_pic_flag"]
        [::std::mem::offset_of!(CUVIDH264SVCEXT, store_ref_base_pic_flag) - 19usize];
    ["Offset of field: CUVIDH264SVCEXT::Reserved8BitsA"]
        [::std::mem::offset_of!(CUVIDH264SVCEXT, Reserved8BitsA) - 20usize];
    ["Offset of field: CUVIDH264SVCEXT::Reserved8BitsB"]
        [::std::mem::offset_of!(CUVIDH264SVCEXT, Reserved8BitsB) - 21usize];
    ["Offset of field: CUVIDH264SVCEXT::scaled_ref_layer_left_offset"]
        [::std::mem::offset_of!(CUVIDH264SVCEXT, scaled_ref_layer_left_offset) - 22usize];
    ["Offset of field: CUVIDH264SVCEXT::scaled_ref_layer_top_offset"]
        [::std::mem::offset_of!(CUVIDH264SVCEXT, scaled_ref_layer_top_offset) - 24usize];
    ["Offset of field: CUVIDH264SVCEXT::scaled_ref_layer_right_offset"]
        [::std::mem::offset_of!(CUVIDH264SVCEXT, scaled_ref_layer_right_offset) - 26usize];
    ["Offset of field: CUVIDH264SVCEXT::scaled_ref_layer_bottom_offset"]
        [::std::mem::offset_of!(CUVIDH264SVCEXT, scaled_ref_layer_bottom_offset) - 28usize];
    ["Offset of field: CUVIDH264SVCEXT::Reserved16Bits"]
        [::std::mem::offset_of!(CUVIDH264SVCEXT, Reserved16Bits) - 30usize];
    ["Offset of field: CUVIDH264SVCEXT::pNextLayer"]
        [::std::mem::offset_of!(CUVIDH264SVCEXT, pNextLayer) - 32usize];
    ["Offset of field: CUVIDH264SVCEXT::bRefBaseLayer"]
        [::std::mem::offset_of!(CUVIDH264SVCEXT, bRefBaseLayer) - 40usize];
};
impl Default for CUVIDH264SVCEXT {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Copy, Clone)]
pub struct CUVIDH264PICPARAMS {
    pub log2_max_frame_num_minus4: ::std::os::raw::c_int,
    pub pic_order_cnt_type: ::std::os::raw::c_int,
    pub log2_max_pic_order_cnt_lsb_minus4: ::std::os::raw::c_int,
    pub delta_pic_order_always_zero_flag: ::std::os::raw::c_int,
    pub frame_mbs_only_flag: ::std::os::raw::c_int,
    pub direct_8x8_inference_flag: ::std::os::raw::c_int,
    pub num_ref_frames: ::std::os::raw::c_int,
    pub residual_colour_transform_flag: ::std::os::raw::c_uchar,
    pub bit_depth_luma_minus8: ::std::os::raw::c_uchar,
    pub bit_depth_chroma_minus8: ::std::os::raw::c_uchar,
    pub qpprime_y_zero_transform_bypass_flag: ::std::os::raw::c_uchar,
    pub entropy_coding_mode_flag: ::std::os::raw::c_int,
    pub pic_order_present_flag: ::std::os::raw::c_int,
    pub num_ref_idx_l0_active_minus1: ::std::os::raw::c_int,
    pub num_ref_idx_l1_active_minus1: ::std::os::raw::c_int,
    pub weighted_pred_flag: ::std::os::raw::c_int,
    pub weighted_bipred_idc: ::std::os::raw::c_int,
    pub pic_init_qp_minus26: ::std::os::raw::c_int,
    pub deblocking_filter_control_present_flag: ::std::os::raw::c_int,
    pub redundant_pic_cnt_present_flag: ::std::os::raw::c_int,
    pub transform_8x8_mode_flag: ::std::os::raw::c_int,
    pub MbaffFrameFlag: ::std::os::raw::c_int,
    pub constrained_intra_pred_flag: ::std::os::raw::c_int,
    pub chroma_qp_index_offset: ::std::os::raw::c_int,
    pub second_chroma_qp_index_offset: ::std::os::raw::c_int,
    pub ref_pic_flag: ::std::os::raw::c_int,
    pub frame_num: ::std::os::raw::c_int,
    pub CurrFieldOrderCnt: [::std::os::raw::c_int; 2usize],
    pub dpb: [CUVIDH264DPBENTRY; 16usize],
    pub WeightScale4x4: [[::std::os::raw::c_uchar; 16usize]; 6usize],
    pub WeightScale8x8: [[::std::os::raw::c_uchar; 64usize]; 2usize],
    pub fmo_aso_enable: ::std::os::raw::c_uchar,
    pub num_slice_groups_minus1: ::std::os::raw::c_uchar,
    pub slice_group_map_type: ::std::os::raw::c_uchar,
    pub pic_init_qs_minus26: ::std::os::raw::c_schar,
    pub slice_group_change_rate_minus1: ::std::os::raw::c_uint,
    pub fmo: CUVIDH264PICPARAMS__bindgen_ty_1,
    pub Reserved: [::std::os::raw::c_uint; 12usize],
    pub __bindgen_anon_1: CUVIDH264PICPARAMS__bindgen_ty_2,
}
#[repr(C)]
#[derive(Copy, Clone)]
pub union CUVIDH264PICPARAMS__bindgen_ty_1 {
    pub slice_group_map_addr: ::std::os::raw::c_ulonglong,
    pub pMb2SliceGroupMap: *const ::std::os::raw::c_uchar,
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDH264PICPARAMS__bindgen_ty_1"]
        [::std::mem::size_of::<CUVIDH264PICPARAMS__bindgen_ty_1>() - 8usize];
    ["Alignment of CUVIDH264PICPARAMS__bindgen_ty_1"]
        [::std::mem::align_of::<CUVIDH264PICPARAMS__bindgen_ty_1>() - 8usize];
    ["Offset of field: CUVIDH264PICPARAMS__bindgen_ty_1::slice_group_map_addr"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS__bindgen_ty_1, slice_group_map_addr) - 0usize];
    ["Offset of field: CUVIDH264PICPARAMS__bindgen_ty_1::pMb2SliceGroupMap"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS__bindgen_ty_1, pMb2SliceGroupMap) - 0usize];
};
impl Default for CUVIDH264PICPARAMS__bindgen_ty_1 {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Copy, Clone)]
pub union CUVIDH264PICPARAMS__bindgen_ty_2 {
    pub mvcext: CUVIDH264MVCEXT,
    pub svcext: CUVIDH264SVCEXT,
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDH264PICPARAMS__bindgen_ty_2"]
        [::std::mem::size_of::<CUVIDH264PICPARAMS__bindgen_ty_2>() - 144usize];
    ["Alignment of CUVIDH264PICPARAMS__bindgen_ty_2"]
        [::std::mem::align_of::<CUVIDH264PICPARAMS__bindgen_ty_2>() - 8usize];
    ["Offset of field: CUVIDH264PICPARAMS__bindgen_ty_2::mvcext"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS__bindgen_ty_2, mvcext) - 0usize];
    ["Offset of field: CUVIDH264PICPARAMS__bindgen_ty_2::svcext"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS__bindgen_ty_2, svcext) - 0usize];
};
impl Default for CUVIDH264PICPARAMS__bindgen_ty_2 {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDH264PICPARAMS"][::std::mem::size_of::<CUVIDH264PICPARAMS>() - 984usize];
    ["Alignment of CUVIDH264PICPARAMS"][::std::mem::align_of::<CUVIDH264PICPARAMS>() - 8usize];
    ["Offset of field: CUVIDH264PICPARAMS::log2_max_frame_num_minus4"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, log2_max_frame_num_minus4) - 0usize];
    ["Offset of field: CUVIDH264PICPARAMS::pic_order_cnt_type"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, pic_order_cnt_type) - 4usize];
    ["Offset of field: CUVIDH264PICPARAMS::log2_max_pic_order_cnt_lsb_minus4"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, log2_max_pic_order_cnt_lsb_minus4) - 8usize];
    ["Offset of field: CUVIDH264PICPARAMS::delta_pic_order_always_zero_flag"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, delta_pic_order_always_zero_flag) - 12usize];
    ["Offset of field: CUVIDH264PICPARAMS::frame_mbs_only_flag"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, frame_mbs_only_flag) - 16usize];
    ["Offset of field: CUVIDH264PICPARAMS::direct_8x8_inference_flag"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, direct_8x8_inference_flag) - 20usize];
    ["Offset of field: CUVIDH264PICPARAMS::num_ref_frames"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, num_ref_frames) - 24usize];
    ["Offset of field: CUVIDH264PICPARAMS::residual_colour_transform_flag"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, residual_colour_transform_flag) - 28usize];
    ["Offset of field: CUVIDH264PICPARAMS::bit_depth_luma_minus8"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, bit_depth_luma_minus8) - 29usize];
    ["Offset of field: CUVIDH264PICPARAMS::bit_depth_chroma_minus8"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, bit_depth_chroma_minus8) - 30usize];
    ["Offset of field: CUVIDH264PICPARAMS::qpprime_y_zero_transform_bypass_flag"][::std::mem::offset_of!(
        CUVIDH264PICPARAMS,
        qpprime_y_zero_transform_bypass_flag
    ) - 31usize];
    ["Offset of field: CUVIDH264PICPARAMS::entropy_coding_mode_flag"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, entropy_coding_mode_flag) - 32usize];
    ["Offset of field: CUVIDH264PICPARAMS::pic_order_present_flag"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, pic_order_present_flag) - 36usize];
    ["Offset of field: CUVIDH264PICPARAMS::num_ref_idx_l0_active_minus1"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, num_ref_idx_l0_active_minus1) - 40usize];
    ["Offset of field: CUVIDH264PICPARAMS::num_ref_idx_l1_active_minus1"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, num_ref_idx_l1_active_minus1) - 44usize];
    ["Offset of field: CUVIDH264PICPARAMS::weighted_pred_flag"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, weighted_pred_flag) - 48usize];
    ["Offset of field: CUVIDH264PICPARAMS::weighted_bipred_idc"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, weighted_bipred_idc) - 52usize];
    ["Offset of field: CUVIDH264PICPARAMS::pic_init_qp_minus26"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, pic_init_qp_minus26) - 56usize];
    ["Offset of field: CUVIDH264PICPARAMS::deblocking_filter_control_present_flag"][::std::mem::offset_of!(
        CUVIDH264PICPARAMS,
        deblocking_filter_control_present_flag
    ) - 60usize];
    ["Offset of field: CUVIDH264PICPARAMS::redundant_pic_cnt_present_flag"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, redundant_pic_cnt_present_flag) - 64usize];
    ["Offset of field: CUVIDH264PICPARAMS::transform_8x8_mode_flag"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, transform_8x8_mode_flag) - 68usize];
    ["Offset of field: CUVIDH264PICPARAMS::MbaffFrameFlag"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, MbaffFrameFlag) - 72usize];
    ["Offset of field: CUVIDH264PICPARAMS::constrained_intra_pred_flag"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, constrained_intra_pred_flag) - 76usize];
    ["Offset of field: CUVIDH264PICPARAMS::chroma_qp_index_offset"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, chroma_qp_index_offset) - 80usize];
    ["Offset of field: CUVIDH264PICPARAMS::second_chroma_qp_index_offset"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, second_chroma_qp_index_offset) - 84usize];
    ["Offset of field: CUVIDH264PICPARAMS::ref_pic_flag"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, ref_pic_flag) - 88usize];
    ["Offset of field: CUVIDH264PICPARAMS::frame_num"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, frame_num) - 92usize];
    ["Offset of field: CUVIDH264PICPARAMS::CurrFieldOrderCnt"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, CurrFieldOrderCnt) - 96usize];
    ["Offset of field: CUVIDH264PICPARAMS::dpb"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, dpb) - 104usize];
    ["Offset of field: CUVIDH264PICPARAMS::WeightScale4x4"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, WeightScale4x4) - 552usize];
    ["Offset of field: CUVIDH264PICPARAMS::WeightScale8x8"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, WeightScale8x8) - 648usize];
    ["Offset of field: CUVIDH264PICPARAMS::fmo_aso_enable"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, fmo_aso_enable) - 776usize];
    ["Offset of field: CUVIDH264PICPARAMS::num_slice_groups_minus1"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, num_slice_groups_minus1) - 777usize];
    ["Offset of field: CUVIDH264PICPARAMS::slice_group_map_type"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, slice_group_map_type) - 778usize];
    ["Offset of field: CUVIDH264PICPARAMS::pic_init_qs_minus26"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, pic_init_qs_minus26) - 779usize];
    ["Offset of field: CUVIDH264PICPARAMS::slice_group_change_rate_minus1"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, slice_group_change_rate_minus1) - 780usize];
    ["Offset of field: CUVIDH264PICPARAMS::fmo"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, fmo) - 784usize];
    ["Offset of field: CUVIDH264PICPARAMS::Reserved"]
        [::std::mem::offset_of!(CUVIDH264PICPARAMS, Reserved) - 792usize];
};
impl Default for CUVIDH264PICPARAMS {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct CUVIDMPEG2PICPARAMS {
    pub ForwardRefIdx: ::std::os::raw::c_int,
    pub BackwardRefIdx: ::std::os::raw::c_int,
    pub picture_coding_type: ::std::os::raw::c_int,
    pub full_pel_forward_vector: ::std::os::raw::c_int,
    pub full_pel_backward_vector: ::std::os::raw::c_int,
    pub f_code: [[::std::os::raw::c_int; 2usize]; 2usize],
    pub intra_dc_precision: ::std::os::raw::c_int,
    pub frame_pred_frame_dct: ::std::os::raw::c_int,
    pub concealment_motion_vectors: ::std::os::raw::c_int,
    pub q_scale_type: ::std::os::raw::c_int,
    pub intra_vlc_format: ::std::os::raw::c_int,
    pub alternate_scan: ::std::os::raw::c_int,
    pub top_field_first: ::std::os::raw::c_int,
    pub QuantMatrixIntra: [::std::os::raw::c_uchar; 64usize],
    pub QuantMatrixInter: [::std::os::raw::c_uchar; 64usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDMPEG2PICPARAMS"][::std::mem::size_of::<CUVIDMPEG2PICPARAMS>() - 192usize];
    ["Alignment of CUVIDMPEG2PICPARAMS"][::std::mem::align_of::<CUVIDMPEG2PICPARAMS>() - 4usize];
    ["Offset of field: CUVIDMPEG2PICPARAMS::ForwardRefIdx"]
        [::std::mem::offset_of!(CUVIDMPEG2PICPARAMS, ForwardRefIdx) - 0usize];
    ["Offset of field: CUVIDMPEG2PICPARAMS::BackwardRefIdx"]
        [::std::mem::offset_of!(CUVIDMPEG2PICPARAMS, BackwardRefIdx) - 4usize];
    ["Offset of field: CUVIDMPEG2PICPARAMS::picture_coding_type"]
        [::std::mem::offset_of!(CUVIDMPEG2PICPARAMS, picture_coding_type) - 8usize];
    ["Offset of field: CUVIDMPEG2PICPARAMS::full_pel_forward_vector"]
        [::std::mem::offset_of!(CUVIDMPEG2PICPARAMS, full_pel_forward_vector) - 12usize];
    ["Offset of field: CUVIDMPEG2PICPARAMS::full_pel_backward_vector"]
        [::std::mem::offset_of!(CUVIDMPEG2PICPARAMS, full_pel_backward_vector) - 16usize];
    ["Offset of field: CUVIDMPEG2PICPARAMS::f_code"]
        [::std::mem::offset_of!(CUVIDMPEG2PICPARAMS, f_code) - 20usize];
    ["Offset of field: CUVIDMPEG2PICPARAMS::intra_dc_precision"]
        [::std::mem::offset_of!(CUVIDMPEG2PICPARAMS, intra_dc_precision) - 36usize];
    ["Offset of field: CUVIDMPEG2PICPARAMS::frame_pred_frame_dct"]
        [::std::mem::offset_of!(CUVIDMPEG2PICPARAMS, frame_pred_frame_dct) - 40usize];
    ["Offset of field: CUVIDMPEG2PICPARAMS::concealment_motion_vectors"]
        [::std::mem::offset_of!(CUVIDMPEG2PICPARAMS, concealment_motion_vectors) - 44usize];
    ["Offset of field: CUVIDMPEG2PICPARAMS::q_scale_type"]
        [::std::mem::offset_of!(CUVIDMPEG2PICPARAMS, q_scale_type) - 48usize];
    ["Offset of field: CUVIDMPEG2PICPARAMS::intra_vlc_format"]
        [::std::mem::offset_of!(CUVIDMPEG2PICPARAMS, intra_vlc_format) - 52usize];
    ["Offset of field: CUVIDMPEG2PICPARAMS::alternate_scan"]
        [::std::mem::offset_of!(CUVIDMPEG2PICPARAMS, alternate_scan) - 56usize];
    ["Offset of field: CUVIDMPEG2PICPARAMS::top_field_first"]
        [::std::mem::offset_of!(CUVIDMPEG2PICPARAMS, top_field_first) - 60usize];
    ["Offset of field: CUVIDMPEG2PICPARAMS::QuantMatrixIntra"]
        [::std::mem::offset_of!(CUVIDMPEG2PICPARAMS, QuantMatrixIntra) - 64usize];
    ["Offset of field: CUVIDMPEG2PICPARAMS::QuantMatrixInter"]
        [::std::mem::offset_of!(CUVIDMPEG2PICPARAMS, QuantMatrixInter) - 128usize];
};
impl Default for CUVIDMPEG2PICPARAMS {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct CUVIDMPEG4PICPARAMS {
    pub ForwardRefIdx: ::std::os::raw::c_int,
    pub BackwardRefIdx: ::std::os::raw::c_int,
    pub video_object_layer_width: ::std::os::raw::c_int,
    pub video_object_layer_height: ::std::os::raw::c_int,
    pub vop_time_increment_bitcount: ::std::os::raw::c_int,
    pub top_field_first: ::std::os::raw::c_int,
    pub resync_marker_disable: ::std::os::raw::c_int,
    pub quant_type: ::std::os::raw::c_int,
    pub quarter_sample: ::std::os::raw::c_int,
    pub short_video_header: ::std::os::raw::c_int,
    pub divx_flags: ::std::os::raw::c_int,
    pub vop_coding_type: ::std::os::raw::c_int,
    pub vop_coded: ::std::os::raw::c_int,
    pub vop_rounding_type: ::std::os::raw::c_int,
    pub alternate_vertical_scan_flag: ::std::os::raw::c_int,
    pub interlaced: ::std::os::raw::c_int,
    pub vop_fcode_forward: ::std::os::raw::c_int,
    pub vop_fcode_backward: ::std::os::raw::c_int,
    pub trd: [::std::os::raw::c_int; 2usize],
    pub trb: [::std::os::raw::c_int; 2usize],
    pub QuantMatrixIntra: [::std::os::raw::c_uchar; 64usize],
    pub QuantMatrixInter: [::std::os::raw::c_uchar; 64usize],
    pub gmc_enabled: ::std::os::raw::c_int,
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDMPEG4PICPARAMS"][::std::mem::size_of::<CUVIDMPEG4PICPARAMS>() - 220usize];
    ["Alignment of CUVIDMPEG4PICPARAMS"][::std::mem::align_of::<CUVIDMPEG4PICPARAMS>() - 4usize];
    ["Offset of field: CUVIDMPEG4PICPARAMS::ForwardRefIdx"]
        [::std::mem::offset_of!(CUVIDMPEG4PICPARAMS, ForwardRefIdx) - 0usize];
    ["Offset of field: CUVIDMPEG4PICPARAMS::BackwardRefIdx"]
        [::std::mem::offset_of!(CUVIDMPEG4PICPARAMS, BackwardRefIdx) - 4usize];
    ["Offset of field: CUVIDMPEG4PICPARAMS::video_object_layer_width"]
        [::std::mem::offset_of!(CUVIDMPEG4PICPARAMS, video_object_layer_width) - 8usize];
    ["Offset of field: CUVIDMPEG4PICPARAMS::video_object_layer_height"]
        [::std::mem::offset_of!(CUVIDMPEG4PICPARAMS, video_object_layer_height) - 12usize];
    ["Offset of field: CUVIDMPEG4PICPARAMS::vop_time_increment_bitcount"]
        [::std::mem::offset_of!(CUVIDMPEG4PICPARAMS, vop_time_increment_bitcount) - 16usize];
    ["Offset of field: CUVIDMPEG4PICPARAMS::top_field_first"]
        [::std::mem::offset_of!(CUVIDMPEG4PICPARAMS, top_field_first) - 20usize];
    ["Offset of field: CUVIDMPEG4PICPARAMS::resync_marker_disable"]
        [::std::mem::offset_of!(CUVIDMPEG4PICPARAMS, resync_marker_disable) - 24usize];
    ["Offset of field: CUVIDMPEG4PICPARAMS::quant_type"]
        [::std::mem::offset_of!(CUVIDMPEG4PICPARAMS, quant_type) - 28usize];
    ["Offset of field: CUVIDMPEG4PICPARAMS::quarter_sample"]
        [::std::mem::offset_of!(CUVIDMPEG4PICPARAMS, quarter_sample) - 32usize];
    ["Offset of field: CUVIDMPEG4PICPARAMS::short_video_header"]
        [::std::mem::offset_of!(CUVIDMPEG4PICPARAMS, short_video_header) - 36usize];
    ["Offset of field: CUVIDMPEG4PICPARAMS::divx_flags"]
        [::std::mem::offset_of!(CUVIDMPEG4PICPARAMS, divx_flags) - 40usize];
    ["Offset of field: CUVIDMPEG4PICPARAMS::vop_coding_type"]
        [::std::mem::offset_of!(CUVIDMPEG4PICPARAMS, vop_coding_type) - 44usize];
    ["Offset of field: CUVIDMPEG4PICPARAMS::vop_coded"]
        [::std::mem::offset_of!(CUVIDMPEG4PICPARAMS, vop_coded) - 48usize];
    ["Offset of field: CUVIDMPEG4PICPARAMS::vop_rounding_type"]
        [::std::mem::offset_of!(CUVIDMPEG4PICPARAMS, vop_rounding_type) - 52usize];
    ["Offset of field: CUVIDMPEG4PICPARAMS::alternate_vertical_scan_flag"]
        [::std::mem::offset_of!(CUVIDMPEG4PICPARAMS, alternate_vertical_scan_flag) - 56usize];
    ["Offset of field: CUVIDMPEG4PICPARAMS::interlaced"]
        [::std::mem::offset_of!(CUVIDMPEG4PICPARAMS, interlaced) - 60usize];
    ["Offset of field: CUVIDMPEG4PICPARAMS::vop_fcode_forward"]
        [::std::mem::offset_of!(CUVIDMPEG4PICPARAMS, vop_fcode_forward) - 64usize];
    ["Offset of field: CUVIDMPEG4PICPARAMS::vop_fcode_backward"]
        [::std::mem::offset_of!(CUVIDMPEG4PICPARAMS, vop_fcode_backward) - 68usize];
    ["Offset of field: CUVIDMPEG4PICPARAMS::trd"]
        [::std::mem::offset_of!(CUVIDMPEG4PICPARAMS, trd) - 72usize];
    ["Offset of field: CUVIDMPEG4PICPARAMS::trb"]
        [::std::mem::offset_of!(CUVIDMPEG4PICPARAMS, trb) - 80usize];
    ["Offset of field: CUVIDMPEG4PICPARAMS::QuantMatrixIntra"]
        [::std::mem::offset_of!(CUVIDMPEG4PICPARAMS, QuantMatrixIntra) - 88usize];
    ["Offset of field: CUVIDMPEG4PICPARAMS::QuantMatrixInter"]
        [::std::mem::offset_of!(CUVIDMPEG4PICPARAMS, QuantMatrixInter) - 152usize];
    ["Offset of field: CUVIDMPEG4PICPARAMS::gmc_enabled"]
        [::std::mem::offset_of!(CUVIDMPEG4PICPARAMS, gmc_enabled) - 216usize];
};
impl Default for CUVIDMPEG4PICPARAMS {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Debug, Default, Copy, Clone)]
pub struct CUVIDVC1PICPARAMS {
    pub ForwardRefIdx: ::std::os::raw::c_int,
    pub BackwardRefIdx: ::std::os::raw::c_int,
    pub FrameWidth: ::std::os::raw::c_int,
    pub FrameHeight: ::std::os::raw::c_int,
    pub intra_pic_flag: ::std::os::raw::c_int,
    pub ref_pic_flag: ::std::os::raw::c_int,
    pub progressive_fcm: ::std::os::raw::c_int,
    pub profile: ::std::os::raw::c_int,
    pub postprocflag: ::std::os::raw::c_int,
    pub pulldown: ::std::os::raw::c_int,
    pub interlace: ::std::os::raw::c_int,
    pub tfcntrflag: ::std::os::raw::c_int,
    pub finterpflag: ::std::os::raw::c_int,
    pub psf: ::std::os::raw::c_int,
    pub multires: ::std::os::raw::c_int,
    pub syncmarker: ::std::os::raw::c_int,
    pub rangered: ::std::os::raw::c_int,
    pub maxbframes: ::std::os::raw::c_int,
    pub panscan_flag: ::std::os::raw::c_int,
    pub refdist_flag: ::std::os::raw::c_int,
    pub extended_mv: ::std::os::raw::c_int,
    pub dquant: ::std::os::raw::c_int,
    pub vstransform: ::std::os::raw::c_int,
    pub loopfilter: ::std::os::raw::c_int,
    pub fastuvmc: ::std::os::raw::c_int,
    pub overlap: ::std::os::raw::c_int,
    pub quantizer: ::std::os::raw::c_int,
    pub extended_dmv: ::std::os::raw::c_int,
    pub range_mapy_flag: ::std::os::raw::c_int,
    pub range_mapy: ::std::os::raw::c_int,
    pub range_mapuv_flag: ::std::os::raw::c_int,
    pub range_mapuv: ::std::os::raw::c_int,
    pub rangeredfrm: ::std::os::raw::c_int,
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDVC1PICPARAMS"][::std::mem::size_of::<CUVIDVC1PICPARAMS>() - 132usize];
    ["Alignment of CUVIDVC1PICPARAMS"][::std::mem::align_of::<CUVIDVC1PICPARAMS>() - 4usize];
    ["Offset of field: CUVIDVC1PICPARAMS::ForwardRefIdx"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, ForwardRefIdx) - 0usize];
    ["Offset of field: CUVIDVC1PICPARAMS::BackwardRefIdx"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, BackwardRefIdx) - 4usize];
    ["Offset of field: CUVIDVC1PICPARAMS::FrameWidth"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, FrameWidth) - 8usize];
    ["Offset of field: CUVIDVC1PICPARAMS::FrameHeight"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, FrameHeight) - 12usize];
    ["Offset of field: CUVIDVC1PICPARAMS::intra_pic_flag"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, intra_pic_flag) - 16usize];
    ["Offset of field: CUVIDVC1PICPARAMS::ref_pic_flag"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, ref_pic_flag) - 20usize];
    ["Offset of field: CUVIDVC1PICPARAMS::progressive_fcm"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, progressive_fcm) - 24usize];
    ["Offset of field: CUVIDVC1PICPARAMS::profile"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, profile) - 28usize];
    ["Offset of field: CUVIDVC1PICPARAMS::postprocflag"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, postprocflag) - 32usize];
    ["Offset of field: CUVIDVC1PICPARAMS::pulldown"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, pulldown) - 36usize];
    ["Offset of field: CUVIDVC1PICPARAMS::interlace"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, interlace) - 40usize];
    ["Offset of field: CUVIDVC1PICPARAMS::tfcntrflag"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, tfcntrflag) - 44usize];
    ["Offset of field: CUVIDVC1PICPARAMS::finterpflag"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, finterpflag) - 48usize];
    ["Offset of field: CUVIDVC1PICPARAMS::psf"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, psf) - 52usize];
    ["Offset of field: CUVIDVC1PICPARAMS::multires"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, multires) - 56usize];
    ["Offset of field: CUVIDVC1PICPARAMS::syncmarker"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, syncmarker) - 60usize];
    ["Offset of field: CUVIDVC1PICPARAMS::rangered"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, rangered) - 64usize];
    ["Offset of field: CUVIDVC1PICPARAMS::maxbframes"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, maxbframes) - 68usize];
    ["Offset of field: CUVIDVC1PICPARAMS::panscan_flag"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, panscan_flag) - 72usize];
    ["Offset of field: CUVIDVC1PICPARAMS::refdist_flag"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, refdist_flag) - 76usize];
    ["Offset of field: CUVIDVC1PICPARAMS::extended_mv"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, extended_mv) - 80usize];
    ["Offset of field: CUVIDVC1PICPARAMS::dquant"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, dquant) - 84usize];
    ["Offset of field: CUVIDVC1PICPARAMS::vstransform"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, vstransform) - 88usize];
    ["Offset of field: CUVIDVC1PICPARAMS::loopfilter"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, loopfilter) - 92usize];
    ["Offset of field: CUVIDVC1PICPARAMS::fastuvmc"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, fastuvmc) - 96usize];
    ["Offset of field: CUVIDVC1PICPARAMS::overlap"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, overlap) - 100usize];
    ["Offset of field: CUVIDVC1PICPARAMS::quantizer"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, quantizer) - 104usize];
    ["Offset of field: CUVIDVC1PICPARAMS::extended_dmv"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, extended_dmv) - 108usize];
    ["Offset of field: CUVIDVC1PICPARAMS::range_mapy_flag"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, range_mapy_flag) - 112usize];
    ["Offset of field: CUVIDVC1PICPARAMS::range_mapy"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, range_mapy) - 116usize];
    ["Offset of field: CUVIDVC1PICPARAMS::range_mapuv_flag"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, range_mapuv_flag) - 120usize];
    ["Offset of field: CUVIDVC1PICPARAMS::range_mapuv"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, range_mapuv) - 124usize];
    ["Offset of field: CUVIDVC1PICPARAMS::rangeredfrm"]
        [::std::mem::offset_of!(CUVIDVC1PICPARAMS, rangeredfrm) - 128usize];
};
#[repr(C)]
#[derive(Debug, Default, Copy, Clone)]
pub struct CUVIDJPEGPICPARAMS {
    pub Reserved: ::std::os::raw::c_int,
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDJPEGPICPARAMS"][::std::mem::size_of::<CUVIDJPEGPICPARAMS>() - 4usize];
    ["Alignment of CUVIDJPEGPICPARAMS"][::std::mem::align_of::<CUVIDJPEGPICPARAMS>() - 4usize];
    ["Offset of field: CUVIDJPEGPICPARAMS::Reserved"]
        [::std::mem::offset_of!(CUVIDJPEGPICPARAMS, Reserved) - 0usize];
};
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct CUVIDHEVCPICPARAMS {
    pub pic_width_in_luma_samples: ::std::os::raw::c_int,
    pub pic_height_in_luma_samples: ::std::os::raw::c_int,
    pub log2_min_luma_coding_block_size_minus3: ::std::os::raw::c_uchar,
    pub log2_diff_max_min_luma_coding_block_size: ::std::os::raw::c_uchar,
    pub log2_min_transform_block_size_minus2: ::std::os::raw::c_uchar,
    pub log2_diff_max_min_transform_block_size: ::std::os::raw::c_uchar,
    pub pcm_enabled_flag: ::std::os::raw::c_uchar,
    pub log2_min_pcm_luma_coding_block_size_minus3: ::std::os::raw::c_uchar,
    pub log2_diff_max_min_pcm_luma_coding_block_size: ::std::os::raw::c_uchar,
    pub pcm_sample_bit_depth_luma_minus1: ::std::os::raw::c_uchar,
    pub pcm_sample_bit_depth_chroma_minus1: ::std::os::raw::c_uchar,
    pub pcm_loop_filter_disabled_flag: ::std::os::raw::c_uchar,
    pub strong_intra_smoothing_enabled_flag: ::std::os::raw::c_uchar,
    pub max_transform_hierarchy_depth_intra: ::std::os::raw::c_uchar,
    pub max_transform_hierarchy_depth_inter: ::std::os::raw::c_uchar,
    pub amp_enabled_flag: ::std::os::raw::c_uchar,
    pub separate_colour_plane_flag: ::std::os::raw::c_uchar,
    pub log2_max_pic_order_cnt_lsb_minus4: ::std::os::raw::c_uchar,
    pub num_short_term_ref_pic_sets: ::std::os::raw::c_uchar,
    pub long_term_ref_pics_present_flag: ::std::os::raw::c_uchar,
    pub num_long_term_ref_pics_sps: ::std::os::raw::c_uchar,
    pub sps_temporal_mvp_enabled_flag: ::std::os::raw::c_uchar,
    pub sample_adaptive_offset_enabled_flag: ::std::os::raw::c_uchar,
    pub scaling_list_enable_flag: ::std::os::raw::c_uchar,
    pub IrapPicFlag: ::std::os::raw::c_uchar,
    pub IdrPicFlag: ::std::os::raw::c_uchar,
    pub bit_depth_luma_minus8: ::std::os::raw::c_uchar,
    pub bit_depth_chroma_minus8: ::std::os::raw::c_uchar,
    pub log2_max_transform_skip_block_size_minus2: ::std::os::raw::c_uchar,
    pub log2_sao_offset_scale_luma: ::std::os::raw::c_uchar,
    pub log2_sao_offset_scale_chroma: ::std::os::raw::c_uchar,
    pub high_precision_offsets_enabled_flag: ::std::os::raw::c_uchar,
    pub reserved1: [::std::os::raw::c_uchar; 10usize],
    pub dependent_slice_segments_enabled_flag: ::std::os::raw::c_uchar,
    pub slice_segment_header_extension_present_flag: ::std::os::raw::c_uchar,
    pub sign_data_hiding_enabled_flag: ::std::os::raw::c_uchar,
    pub cu_qp_delta_enabled_flag: ::std::os::raw::c_uchar,
    pub diff_cu_qp_delta_depth: ::std::os::raw::c_uchar,
    pub init_qp_minus26: ::std::os::raw::c_schar,
    pub pps_cb_qp_offset: ::std::os::raw::c_schar,
    pub pps_cr_qp_offset: ::std::os::raw::c_schar,
    pub constrained_intra_pred_flag: ::std::os::raw::c_uchar,
    pub weighted_pred_flag: ::std::os::raw::c_uchar,
    pub weighted_bipred_flag: ::std::os::raw::c_uchar,
    pub transform_skip_enabled_flag: ::std::os::raw::c_uchar,
    pub transquant_bypass_enabled_flag: ::std::os::raw::c_uchar,
    pub entropy_coding_sync_enabled_flag: ::std::os::raw::c_uchar,
    pub log2_parallel_merge_level_minus2: ::std::os::raw::c_uchar,
    pub num_extra_slice_header_bits: ::std::os::raw::c_uchar,
    pub loop_filter_across_tiles_enabled_flag: ::std::os::raw::c_uchar,
    pub loop_filter_across_slices_enabled_flag: ::std::os::raw::c_uchar,
    pub output_flag_present_flag: ::std::os::raw::c_uchar,
    pub num_ref_idx_l0_default_active_minus1: ::std::os::raw::c_uchar,
    pub num_ref_idx_l1_default_active_minus1: ::std::os::raw::c_uchar,
    pub lists_modification_present_flag: ::std::os::raw::c_uchar,
    pub cabac_init_present_flag: ::std::os::raw::c_uchar,
    pub pps_slice_chroma_qp_offsets_present_flag: ::std::os::raw::c_uchar,
    pub deblocking_filter_override_enabled_flag: ::std::os::raw::c_uchar,
    pub pps_deblocking_filter_disabled_flag: ::std::os::raw::c_uchar,
    pub pps_beta_offset_div2: ::std::os::raw::c_schar,
    pub pps_tc_offset_div2: ::std::os::raw::c_schar,
    pub tiles_enabled_flag: ::std::os::raw::c_uchar,
    pub uniform_spacing_flag: ::std::os::raw::c_uchar,
    pub num_tile_columns_minus1: ::std::os::raw::c_uchar,
    pub num_tile_rows_minus1: ::std::os::raw::c_uchar,
    pub column_width_minus1: [::std::os::raw::c_ushort; 21usize],
    pub row_height_minus1: [::std::os::raw::c_ushort; 21usize],
    pub sps_range_extension_flag: ::std::os::raw::c_uchar,
    pub transform_skip_rotation_enabled_flag: ::std::os::raw::c_uchar,
    pub transform_skip_context_enabled_flag: ::std::os::raw::c_uchar,
    pub implicit_rdpcm_enabled_flag: ::std::os::raw::c_uchar,
    pub explicit_rdpcm_enabled_flag: ::std::os::raw::c_uchar,
    pub extended_precision_processing_flag: ::std::os::raw::c_uchar,
    pub intra_smoothing_disabled_flag: ::std::os::raw::c_uchar,
    pub persistent_rice_adaptation_enabled_flag: ::std::os::raw::c_uchar,
    pub cabac_bypass_alignment_enabled_flag: ::std::os::raw::c_uchar,
    pub pps_range_extension_flag: ::std::os::raw::c_uchar,
    pub cross_component_prediction_enabled_flag: ::std::os::raw::c_uchar,
    pub chroma_qp_offset_list_enabled_flag: ::std::os::raw::c_uchar,
    pub diff_cu_chroma_qp_offset_depth: ::std::os::raw::c_uchar,
    pub chroma_qp_offset_list_len_minus1: ::std::os::raw::c_uchar,
    pub cb_qp_offset_list: [::std::os::raw::c_schar; 6usize],
    pub cr_qp_offset_list: [::std::os::raw::c_schar; 6usize],
    pub reserved2: [::std::os::raw::c_uchar; 2usize],
    pub reserved3: [::std::os::raw::c_uint; 8usize],
    pub NumBitsForShortTermRPSInSlice: ::std::os::raw::c_int,
    pub NumDeltaPocsOfRefRpsIdx: ::std::os::raw::c_int,
    pub NumPocTotalCurr: ::std::os::raw::c_int,
    pub NumPocStCurrBefore: ::std::os::raw::c_int,
    pub NumPocStCurrAfter: ::std::os::raw::c_int,
    pub NumPocLtCurr: ::std::os::raw::c_int,
    pub CurrPicOrderCntVal: ::std::os::raw::c_int,
    pub RefPicIdx: [::std::os::raw::c_int; 16usize],
    pub PicOrderCntVal: [::std::os::raw::c_int; 16usize],
    pub IsLongTerm: [::std::os::raw::c_uchar; 16usize],
    pub RefPicSetStCurrBefore: [::std::os::raw::c_uchar; 8usize],
    pub RefPicSetStCurrAfter: [::std::os::raw::c_uchar; 8usize],
    pub RefPicSetLtCurr: [::std::os::raw::c_uchar; 8usize],
    pub RefPicSetInterLayer0: [::std::os::raw::c_uchar; 8usize],
    pub RefPicSetInterLayer1: [::std::os::raw::c_uchar; 8usize],
    pub reserved4: [::std::os::raw::c_uint; 12usize],
    pub ScalingList4x4: [[::std::os::raw::c_uchar; 16usize]; 6usize],
    pub ScalingList8x8: [[::std::os::raw::c_uchar; 64usize]; 6usize],
    pub ScalingList16x16: [[::std::os::raw::c_uchar; 64usize]; 6usize],
    pub ScalingList32x32: [[::std::os::raw::c_uchar; 64usize]; 2usize],
    pub ScalingListDCCoeff16x16: [::std::os::raw::c_uchar; 6usize],
    pub ScalingListDCCoeff32x32: [::std::os::raw::c_uchar; 2usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDHEVCPICPARAMS"][::std::mem::size_of::<CUVIDHEVCPICPARAMS>() - 1484usize];
    ["Alignment of CUVIDHEVCPICPARAMS"][::std::mem::align_of::<CUVIDHEVCPICPARAMS>() - 4usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::pic_width_in_luma_samples"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, pic_width_in_luma_samples) - 0usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::pic_height_in_luma_samples"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, pic_height_in_luma_samples) - 4usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::log2_min_luma_coding_block_size_minus3"][::std::mem::offset_of!(
        CUVIDHEVCPICPARAMS,
        log2_min_luma_coding_block_size_minus3
    ) - 8usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::log2_diff_max_min_luma_coding_block_size"][::std::mem::offset_of!(
        CUVIDHEVCPICPARAMS,
        log2_diff_max_min_luma_coding_block_size
    ) - 9usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::log2_min_transform_block_size_minus2"][::std::mem::offset_of!(
        CUVIDHEVCPICPARAMS,
        log2_min_transform_block_size_minus2
    ) - 10usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::log2_diff_max_min_transform_block_size"][::std::mem::offset_of!(
        CUVIDHEVCPICPARAMS,
        log2_diff_max_min_transform_block_size
    ) - 11usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::pcm_enabled_flag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, pcm_enabled_flag) - 12usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::log2_min_pcm_luma_coding_block_size_minus3"][::std::mem::offset_of!(
        CUVIDHEVCPICPARAMS,
        log2_min_pcm_luma_coding_block_size_minus3
    )
        - 13usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::log2_diff_max_min_pcm_luma_coding_block_size"][::std::mem::offset_of!(
        CUVIDHEVCPICPARAMS,
        log2_diff_max_min_pcm_luma_coding_block_size
    )
        - 14usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::pcm_sample_bit_depth_luma_minus1"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, pcm_sample_bit_depth_luma_minus1) - 15usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::pcm_sample_bit_depth_chroma_minus1"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, pcm_sample_bit_depth_chroma_minus1) - 16usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::pcm_loop_filter_disabled_flag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, pcm_loop_filter_disabled_flag) - 17usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::strong_intra_smoothing_enabled_flag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, strong_intra_smoothing_enabled_flag) - 18usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::max_transform_hierarchy_depth_intra"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, max_transform_hierarchy_depth_intra) - 19usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::max_transform_hierarchy_depth_inter"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, max_transform_hierarchy_depth_inter) - 20usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::amp_enabled_flag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, amp_enabled_flag) - 21usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::separate_colour_plane_flag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, separate_colour_plane_flag) - 22usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::log2_max_pic_order_cnt_lsb_minus4"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, log2_max_pic_order_cnt_lsb_minus4) - 23usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::num_short_term_ref_pic_sets"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, num_short_term_ref_pic_sets) - 24usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::long_term_ref_pics_present_flag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, long_term_ref_pics_present_flag) - 25usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::num_long_term_ref_pics_sps"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, num_long_term_ref_pics_sps) - 26usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::sps_temporal_mvp_enabled_flag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, sps_temporal_mvp_enabled_flag) - 27usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::sample_adaptive_offset_enabled_flag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, sample_adaptive_offset_enabled_flag) - 28usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::scaling_list_enable_flag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, scaling_list_enable_flag) - 29usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::IrapPicFlag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, IrapPicFlag) - 30usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::IdrPicFlag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, IdrPicFlag) - 31usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::bit_depth_luma_minus8"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, bit_depth_luma_minus8) - 32usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::bit_depth_chroma_minus8"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, bit_depth_chroma_minus8) - 33usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::log2_max_transform_skip_block_size_minus2"][::std::mem::offset_of!(
        CUVIDHEVCPICPARAMS,
        log2_max_transform_skip_block_size_minus2
    ) - 34usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::log2_sao_offset_scale_luma"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, log2_sao_offset_scale_luma) - 35usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::log2_sao_offset_scale_chroma"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, log2_sao_offset_scale_chroma) - 36usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::high_precision_offsets_enabled_flag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, high_precision_offsets_enabled_flag) - 37usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::reserved1"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, reserved1) - 38usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::dependent_slice_segments_enabled_flag"][::std::mem::offset_of!(
        CUVIDHEVCPICPARAMS,
        dependent_slice_segments_enabled_flag
    ) - 48usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::slice_segment_header_extension_present_flag"][::std::mem::offset_of!(
        CUVIDHEVCPICPARAMS,
        slice_segment_header_extension_present_flag
    )
        - 49usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::sign_data_hiding_enabled_flag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, sign_data_hiding_enabled_flag) - 50usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::cu_qp_delta_enabled_flag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, cu_qp_delta_enabled_flag) - 51usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::diff_cu_qp_delta_depth"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, diff_cu_qp_delta_depth) - 52usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::init_qp_minus26"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, init_qp_minus26) - 53usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::pps_cb_qp_offset"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, pps_cb_qp_offset) - 54usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::pps_cr_qp_offset"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, pps_cr_qp_offset) - 55usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::constrained_intra_pred_flag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, constrained_intra_pred_flag) - 56usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::weighted_pred_flag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, weighted_pred_flag) - 57usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::weighted_bipred_flag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, weighted_bipred_flag) - 58usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::transform_skip_enabled_flag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, transform_skip_enabled_flag) - 59usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::transquant_bypass_enabled_flag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, transquant_bypass_enabled_flag) - 60usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::entropy_coding_sync_enabled_flag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, entropy_coding_sync_enabled_flag) - 61usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::log2_parallel_merge_level_minus2"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, log2_parallel_merge_level_minus2) - 62usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::num_extra_slice_header_bits"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, num_extra_slice_header_bits) - 63usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::loop_filter_across_tiles_enabled_flag"][::std::mem::offset_of!(
        CUVIDHEVCPICPARAMS,
        loop_filter_across_tiles_enabled_flag
    ) - 64usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::loop_filter_across_slices_enabled_flag"][::std::mem::offset_of!(
        CUVIDHEVCPICPARAMS,
        loop_filter_across_slices_enabled_flag
    ) - 65usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::output_flag_present_flag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, output_flag_present_flag) - 66usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::num_ref_idx_l0_default_active_minus1"][::std::mem::offset_of!(
        CUVIDHEVCPICPARAMS,
        num_ref_idx_l0_default_active_minus1
    ) - 67usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::num_ref_idx_l1_default_active_minus1"][::std::mem::offset_of!(
        CUVIDHEVCPICPARAMS,
        num_ref_idx_l1_default_active_minus1
    ) - 68usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::lists_modification_present_flag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, lists_modification_present_flag) - 69usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::cabac_init_present_flag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, cabac_init_present_flag) - 70usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::pps_slice_chroma_qp_offsets_present_flag"][::std::mem::offset_of!(
        CUVIDHEVCPICPARAMS,
        pps_slice_chroma_qp_offsets_present_flag
    ) - 71usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::deblocking_filter_override_enabled_flag"][::std::mem::offset_of!(
        CUVIDHEVCPICPARAMS,
        deblocking_filter_override_enabled_flag
    ) - 72usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::pps_deblocking_filter_disabled_flag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, pps_deblocking_filter_disabled_flag) - 73usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::pps_beta_offset_div2"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, pps_beta_offset_div2) - 74usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::pps_tc_offset_div2"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, pps_tc_offset_div2) - 75usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::tiles_enabled_flag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, tiles_enabled_flag) - 76usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::uniform_spacing_flag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, uniform_spacing_flag) - 77usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::num_tile_columns_minus1"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, num_tile_columns_minus1) - 78usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::num_tile_rows_minus1"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, num_tile_rows_minus1) - 79usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::column_width_minus1"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, column_width_minus1) - 80usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::row_height_minus1"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, row_height_minus1) - 122usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::sps_range_extension_flag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, sps_range_extension_flag) - 164usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::transform_skip_rotation_enabled_flag"][::std::mem::offset_of!(
        CUVIDHEVCPICPARAMS,
        transform_skip_rotation_enabled_flag
    ) - 165usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::transform_skip_context_enabled_flag"][::std::mem::offset_of!(
        CUVIDHEVCPICPARAMS,
        transform_skip_context_enabled_flag
    ) - 166usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::implicit_rdpcm_enabled_flag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, implicit_rdpcm_enabled_flag) - 167usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::explicit_rdpcm_enabled_flag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, explicit_rdpcm_enabled_flag) - 168usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::extended_precision_processing_flag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, extended_precision_processing_flag) - 169usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::intra_smoothing_disabled_flag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, intra_smoothing_disabled_flag) - 170usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::persistent_rice_adaptation_enabled_flag"][::std::mem::offset_of!(
        CUVIDHEVCPICPARAMS,
        persistent_rice_adaptation_enabled_flag
    ) - 171usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::cabac_bypass_alignment_enabled_flag"][::std::mem::offset_of!(
        CUVIDHEVCPICPARAMS,
        cabac_bypass_alignment_enabled_flag
    ) - 172usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::pps_range_extension_flag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, pps_range_extension_flag) - 173usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::cross_component_prediction_enabled_flag"][::std::mem::offset_of!(
        CUVIDHEVCPICPARAMS,
        cross_component_prediction_enabled_flag
    ) - 174usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::chroma_qp_offset_list_enabled_flag"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, chroma_qp_offset_list_enabled_flag) - 175usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::diff_cu_chroma_qp_offset_depth"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, diff_cu_chroma_qp_offset_depth) - 176usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::chroma_qp_offset_list_len_minus1"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, chroma_qp_offset_list_len_minus1) - 177usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::cb_qp_offset_list"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, cb_qp_offset_list) - 178usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::cr_qp_offset_list"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, cr_qp_offset_list) - 184usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::reserved2"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, reserved2) - 190usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::reserved3"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, reserved3) - 192usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::NumBitsForShortTermRPSInSlice"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, NumBitsForShortTermRPSInSlice) - 224usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::NumDeltaPocsOfRefRpsIdx"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, NumDeltaPocsOfRefRpsIdx) - 228usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::NumPocTotalCurr"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, NumPocTotalCurr) - 232usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::NumPocStCurrBefore"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, NumPocStCurrBefore) - 236usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::NumPocStCurrAfter"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, NumPocStCurrAfter) - 240usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::NumPocLtCurr"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, NumPocLtCurr) - 244usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::CurrPicOrderCntVal"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, CurrPicOrderCntVal) - 248usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::RefPicIdx"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, RefPicIdx) - 252usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::PicOrderCntVal"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, PicOrderCntVal) - 316usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::IsLongTerm"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, IsLongTerm) - 380usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::RefPicSetStCurrBefore"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, RefPicSetStCurrBefore) - 396usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::RefPicSetStCurrAfter"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, RefPicSetStCurrAfter) - 404usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::RefPicSetLtCurr"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, RefPicSetLtCurr) - 412usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::RefPicSetInterLayer0"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, RefPicSetInterLayer0) - 420usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::RefPicSetInterLayer1"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, RefPicSetInterLayer1) - 428usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::reserved4"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, reserved4) - 436usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::ScalingList4x4"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, ScalingList4x4) - 484usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::ScalingList8x8"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, ScalingList8x8) - 580usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::ScalingList16x16"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, ScalingList16x16) - 964usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::ScalingList32x32"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, ScalingList32x32) - 1348usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::ScalingListDCCoeff16x16"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, ScalingListDCCoeff16x16) - 1476usize];
    ["Offset of field: CUVIDHEVCPICPARAMS::ScalingListDCCoeff32x32"]
        [::std::mem::offset_of!(CUVIDHEVCPICPARAMS, ScalingListDCCoeff32x32) - 1482usize];
};
impl Default for CUVIDHEVCPICPARAMS {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Copy, Clone)]
pub struct CUVIDVP8PICPARAMS {
    pub width: ::std::os::raw::c_int,
    pub height: ::std::os::raw::c_int,
    pub first_partition_size: ::std::os::raw::c_uint,
    pub LastRefIdx: ::std::os::raw::c_uchar,
    pub GoldenRefIdx: ::std::os::raw::c_uchar,
    pub AltRefIdx: ::std::os::raw::c_uchar,
    pub __bindgen_anon_1: CUVIDVP8PICPARAMS__bindgen_ty_1,
    pub Reserved1: [::std::os::raw::c_uchar; 4usize],
    pub Reserved2: [::std::os::raw::c_uint; 3usize],
}
#[repr(C)]
#[derive(Copy, Clone)]
pub union CUVIDVP8PICPARAMS__bindgen_ty_1 {
    pub vp8_frame_tag: CUVIDVP8PICPARAMS__bindgen_ty_1__bindgen_ty_1,
    pub wFrameTagFlags: ::std::os::raw::c_uchar,
}
#[repr(C)]
#[derive(Debug, Default, Copy, Clone)]
pub struct CUVIDVP8PICPARAMS__bindgen_ty_1__bindgen_ty_1 {
    pub _bitfield_1: __BindgenBitfieldUnit<[u8; 1usize]>,
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDVP8PICPARAMS__bindgen_ty_1__bindgen_ty_1"]
        [::std::mem::size_of::<CUVIDVP8PICPARAMS__bindgen_ty_1__bindgen_ty_1>() - 1usize];
    ["Alignment of CUVIDVP8PICPARAMS__bindgen_ty_1__bindgen_ty_1"]
        [::std::mem::align_of::<CUVIDVP8PICPARAMS__bindgen_ty_1__bindgen_ty_1>() - 1usize];
};
impl CUVIDVP8PICPARAMS__bindgen_ty_1__bindgen_ty_1 {
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn frame_type(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<0usize, 1u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_frame_type(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<0usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn frame_type_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<0usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_frame_type_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<0usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn version(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<1usize, 3u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_version(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<1usize, 3u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn version_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<1usize, 3u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_version_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<1usize, 3u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn show_frame(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<4usize, 1u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_show_frame(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<4usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn show_frame_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<4usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_show_frame_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<4usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn update_mb_segmentation_data(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<5usize, 1u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_update_mb_segmentation_data(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<5usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn update_mb_segmentation_data_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<5usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_update_mb_segmentation_data_raw(
        this: *mut Self,
        val: ::std::os::raw::c_uchar,
    ) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<5usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn Reserved2Bits(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<6usize, 2u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_Reserved2Bits(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<6usize, 2u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn Reserved2Bits_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<6usize, 2u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_Reserved2Bits_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<6usize, 2u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn new_bitfield_1(
        frame_type: ::std::os::raw::c_uchar,
        version: ::std::os::raw::c_uchar,
        show_frame: ::std::os::raw::c_uchar,
        update_mb_segmentation_data: ::std::os::raw::c_uchar,
        Reserved2Bits: ::std::os::raw::c_uchar,
    ) -> __BindgenBitfieldUnit<[u8; 1usize]> {
        let mut __bindgen_bitfield_unit: __BindgenBitfieldUnit<[u8; 1usize]> = Default::default();
        __bindgen_bitfield_unit.set_const::<0usize, 1u8>({
            let frame_type: u8 = unsafe { ::std::mem::transmute(frame_type) };
            frame_type as u64
        });
        __bindgen_bitfield_unit.set_const::<1usize, 3u8>({
            let version: u8 = unsafe { ::std::mem::transmute(version) };
            version as u64
        });
        __bindgen_bitfield_unit.set_const::<4usize, 1u8>({
            let show_frame: u8 = unsafe { ::std::mem::transmute(show_frame) };
            show_frame as u64
        });
        __bindgen_bitfield_unit.set_const::<5usize, 1u8>({
            let update_mb_segmentation_data: u8 =
                unsafe { ::std::mem::transmute(update_mb_segmentation_data) };
            update_mb_segmentation_data as u64
        });
        __bindgen_bitfield_unit.set_const::<6usize, 2u8>({
            let Reserved2Bits: u8 = unsafe { ::std::mem::transmute(Reserved2Bits) };
            Reserved2Bits as u64
        });
        __bindgen_bitfield_unit
    }
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDVP8PICPARAMS__bindgen_ty_1"]
        [::std::mem::size_of::<CUVIDVP8PICPARAMS__bindgen_ty_1>() - 1usize];
    ["Alignment of CUVIDVP8PICPARAMS__bindgen_ty_1"]
        [::std::mem::align_of::<CUVIDVP8PICPARAMS__bindgen_ty_1>() - 1usize];
    ["Offset of field: CUVIDVP8PICPARAMS__bindgen_ty_1::vp8_frame_tag"]
        [::std::mem::offset_of!(CUVIDVP8PICPARAMS__bindgen_ty_1, vp8_frame_tag) - 0usize];
    ["Offset of field: CUVIDVP8PICPARAMS__bindgen_ty_1::wFrameTagFlags"]
        [::std::mem::offset_of!(CUVIDVP8PICPARAMS__bindgen_ty_1, wFrameTagFlags) - 0usize];
};
impl Default for CUVIDVP8PICPARAMS__bindgen_ty_1 {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDVP8PICPARAMS"][::std::mem::size_of::<CUVIDVP8PICPARAMS>() - 32usize];
    ["Alignment of CUVIDVP8PICPARAMS"][::std::mem::align_of::<CUVIDVP8PICPARAMS>() - 4usize];
    ["Offset of field: CUVIDVP8PICPARAMS::width"]
        [::std::mem::offset_of!(CUVIDVP8PICPARAMS, width) - 0usize];
    ["Offset of field: CUVIDVP8PICPARAMS::height"]
        [::std::mem::offset_of!(CUVIDVP8PICPARAMS, height) - 4usize];
    ["Offset of field: CUVIDVP8PICPARAMS::first_partition_size"]
        [::std::mem::offset_of!(CUVIDVP8PICPARAMS, first_partition_size) - 8usize];
    ["Offset of field: CUVIDVP8PICPARAMS::LastRefIdx"]
        [::std::mem::offset_of!(CUVIDVP8PICPARAMS, LastRefIdx) - 12usize];
    ["Offset of field: CUVIDVP8PICPARAMS::GoldenRefIdx"]
        [::std::mem::offset_of!(CUVIDVP8PICPARAMS, GoldenRefIdx) - 13usize];
    ["Offset of field: CUVIDVP8PICPARAMS::AltRefIdx"]
        [::std::mem::offset_of!(CUVIDVP8PICPARAMS, AltRefIdx) - 14usize];
    ["Offset of field: CUVIDVP8PICPARAMS::Reserved1"]
        [::std::mem::offset_of!(CUVIDVP8PICPARAMS, Reserved1) - 16usize];
    ["Offset of field: CUVIDVP8PICPARAMS::Reserved2"]
        [::std::mem::offset_of!(CUVIDVP8PICPARAMS, Reserved2) - 20usize];
};
impl Default for CUVIDVP8PICPARAMS {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Debug, Default, Copy, Clone)]
pub struct CUVIDVP9PICPARAMS {
    pub width: ::std::os::raw::c_uint,
    pub height: ::std::os::raw::c_uint,
    pub LastRefIdx: ::std::os::raw::c_uchar,
    pub GoldenRefIdx: ::std::os::raw::c_uchar,
    pub AltRefIdx: ::std::os::raw::c_uchar,
    pub colorSpace: ::std::os::raw::c_uchar,
    pub _bitfield_1: __BindgenBitfieldUnit<[u8; 2usize]>,
    pub reserved16Bits: ::std::os::raw::c_ushort,
    pub refFrameSignBias: [::std::os::raw::c_uchar; 4usize],
    pub bitDepthMinus8Luma: ::std::os::raw::c_uchar,
    pub bitDepthMinus8Chroma: ::std::os::raw::c_uchar,
    pub loopFilterLevel: ::std::os::raw::c_uchar,
    pub loopFilterSharpness: ::std::os::raw::c_uchar,
    pub modeRefLfEnabled: ::std::os::raw::c_uchar,
    pub log2_tile_columns: ::std::os::raw::c_uchar,
    pub log2_tile_rows: ::std::os::raw::c_uchar,
    pub _bitfield_2: __BindgenBitfieldUnit<[u8; 1usize]>,
    pub segmentFeatureEnable: [[::std::os::raw::c_uchar; 4usize]; 8usize],
    pub segmentFeatureData: [[::std::os::raw::c_short; 4usize]; 8usize],
    pub mb_segment_tree_probs: [::std::os::raw::c_uchar; 7usize],
    pub segment_pred_probs: [::std::os::raw::c_uchar; 3usize],
    pub reservedSegment16Bits: [::std::os::raw::c_uchar; 2usize],
    pub qpYAc: ::std::os::raw::c_int,
    pub qpYDc: ::std::os::raw::c_int,
    pub qpChDc: ::std::os::raw::c_int,
    pub qpChAc: ::std::os::raw::c_int,
    pub activeRefIdx: [::std::os::raw::c_uint; 3usize],
    pub resetFrameContext: ::std::os::raw::c_uint,
    pub mcomp_filter_type: ::std::os::raw::c_uint,
    pub mbRefLfDelta: [::std::os::raw::c_uint; 4usize],
    pub mbModeLfDelta: [::std::os::raw::c_uint; 2usize],
    pub frameTagSize: ::std::os::raw::c_uint,
    pub offsetToDctParts: ::std::os::raw::c_uint,
    pub reserved128Bits: [::std::os::raw::c_uint; 4usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDVP9PICPARAMS"][::std::mem::size_of::<CUVIDVP9PICPARAMS>() - 220usize];
    ["Alignment of CUVIDVP9PICPARAMS"][::std::mem::align_of::<CUVIDVP9PICPARAMS>() - 4usize];
    ["Offset of field: CUVIDVP9PICPARAMS::width"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, width) - 0usize];
    ["Offset of field: CUVIDVP9PICPARAMS::height"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, height) - 4usize];
    ["Offset of field: CUVIDVP9PICPARAMS::LastRefIdx"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, LastRefIdx) - 8usize];
    ["Offset of field: CUVIDVP9PICPARAMS::GoldenRefIdx"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, GoldenRefIdx) - 9usize];
    ["Offset of field: CUVIDVP9PICPARAMS::AltRefIdx"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, AltRefIdx) - 10usize];
    ["Offset of field: CUVIDVP9PICPARAMS::colorSpace"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, colorSpace) - 11usize];
    ["Offset of field: CUVIDVP9PICPARAMS::reserved16Bits"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, reserved16Bits) - 14usize];
    ["Offset of field: CUVIDVP9PICPARAMS::refFrameSignBias"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, refFrameSignBias) - 16usize];
    ["Offset of field: CUVIDVP9PICPARAMS::bitDepthMinus8Luma"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, bitDepthMinus8Luma) - 20usize];
    ["Offset of field: CUVIDVP9PICPARAMS::bitDepthMinus8Chroma"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, bitDepthMinus8Chroma) - 21usize];
    ["Offset of field: CUVIDVP9PICPARAMS::loopFilterLevel"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, loopFilterLevel) - 22usize];
    ["Offset of field: CUVIDVP9PICPARAMS::loopFilterSharpness"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, loopFilterSharpness) - 23usize];
    ["Offset of field: CUVIDVP9PICPARAMS::modeRefLfEnabled"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, modeRefLfEnabled) - 24usize];
    ["Offset of field: CUVIDVP9PICPARAMS::log2_tile_columns"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, log2_tile_columns) - 25usize];
    ["Offset of field: CUVIDVP9PICPARAMS::log2_tile_rows"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, log2_tile_rows) - 26usize];
    ["Offset of field: CUVIDVP9PICPARAMS::segmentFeatureEnable"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, segmentFeatureEnable) - 28usize];
    ["Offset of field: CUVIDVP9PICPARAMS::segmentFeatureData"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, segmentFeatureData) - 60usize];
    ["Offset of field: CUVIDVP9PICPARAMS::mb_segment_tree_probs"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, mb_segment_tree_probs) - 124usize];
    ["Offset of field: CUVIDVP9PICPARAMS::segment_pred_probs"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, segment_pred_probs) - 131usize];
    ["Offset of field: CUVIDVP9PICPARAMS::reservedSegment16Bits"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, reservedSegment16Bits) - 134usize];
    ["Offset of field: CUVIDVP9PICPARAMS::qpYAc"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, qpYAc) - 136usize];
    ["Offset of field: CUVIDVP9PICPARAMS::qpYDc"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, qpYDc) - 140usize];
    ["Offset of field: CUVIDVP9PICPARAMS::qpChDc"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, qpChDc) - 144usize];
    ["Offset of field: CUVIDVP9PICPARAMS::qpChAc"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, qpChAc) - 148usize];
    ["Offset of field: CUVIDVP9PICPARAMS::activeRefIdx"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, activeRefIdx) - 152usize];
    ["Offset of field: CUVIDVP9PICPARAMS::resetFrameContext"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, resetFrameContext) - 164usize];
    ["Offset of field: CUVIDVP9PICPARAMS::mcomp_filter_type"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, mcomp_filter_type) - 168usize];
    ["Offset of field: CUVIDVP9PICPARAMS::mbRefLfDelta"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, mbRefLfDelta) - 172usize];
    ["Offset of field: CUVIDVP9PICPARAMS::mbModeLfDelta"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, mbModeLfDelta) - 188usize];
    ["Offset of field: CUVIDVP9PICPARAMS::frameTagSize"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, frameTagSize) - 196usize];
    ["Offset of field: CUVIDVP9PICPARAMS::offsetToDctParts"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, offsetToDctParts) - 200usize];
    ["Offset of field: CUVIDVP9PICPARAMS::reserved128Bits"]
        [::std::mem::offset_of!(CUVIDVP9PICPARAMS, reserved128Bits) - 204usize];
};
impl CUVIDVP9PICPARAMS {
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn profile(&self) -> ::std::os::raw::c_ushort {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<0usize, 3u8>() as u16) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_profile(&mut self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<0usize, 3u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn profile_raw(this: *const Self) -> ::std::os::raw::c_ushort {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_get_const::<0usize, 3u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u16,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_profile_raw(this: *mut Self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_set_const::<0usize, 3u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn frameContextIdx(&self) -> ::std::os::raw::c_ushort {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<3usize, 2u8>() as u16) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_frameContextIdx(&mut self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<3usize, 2u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn frameContextIdx_raw(this: *const Self) -> ::std::os::raw::c_ushort {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_get_const::<3usize, 2u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u16,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_frameContextIdx_raw(this: *mut Self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_set_const::<3usize, 2u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn frameType(&self) -> ::std::os::raw::c_ushort {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<5usize, 1u8>() as u16) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_frameType(&mut self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<5usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn frameType_raw(this: *const Self) -> ::std::os::raw::c_ushort {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_get_const::<5usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u16,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_frameType_raw(this: *mut Self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_set_const::<5usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn showFrame(&self) -> ::std::os::raw::c_ushort {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<6usize, 1u8>() as u16) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_showFrame(&mut self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<6usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn showFrame_raw(this: *const Self) -> ::std::os::raw::c_ushort {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_get_const::<6usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u16,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_showFrame_raw(this: *mut Self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_set_const::<6usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn errorResilient(&self) -> ::std::os::raw::c_ushort {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<7usize, 1u8>() as u16) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_errorResilient(&mut self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<7usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn errorResilient_raw(this: *const Self) -> ::std::os::raw::c_ushort {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_get_const::<7usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u16,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_errorResilient_raw(this: *mut Self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_set_const::<7usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn frameParallelDecoding(&self) -> ::std::os::raw::c_ushort {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<8usize, 1u8>() as u16) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_frameParallelDecoding(&mut self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<8usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn frameParallelDecoding_raw(this: *const Self) -> ::std::os::raw::c_ushort {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_get_const::<8usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u16,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_frameParallelDecoding_raw(this: *mut Self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_set_const::<8usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn subSamplingX(&self) -> ::std::os::raw::c_ushort {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<9usize, 1u8>() as u16) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_subSamplingX(&mut self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<9usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn subSamplingX_raw(this: *const Self) -> ::std::os::raw::c_ushort {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_get_const::<9usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u16,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_subSamplingX_raw(this: *mut Self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_set_const::<9usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn subSamplingY(&self) -> ::std::os::raw::c_ushort {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<10usize, 1u8>() as u16) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_subSamplingY(&mut self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<10usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn subSamplingY_raw(this: *const Self) -> ::std::os::raw::c_ushort {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_get_const::<10usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u16,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_subSamplingY_raw(this: *mut Self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_set_const::<10usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn intraOnly(&self) -> ::std::os::raw::c_ushort {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<11usize, 1u8>() as u16) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_intraOnly(&mut self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<11usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn intraOnly_raw(this: *const Self) -> ::std::os::raw::c_ushort {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_get_const::<11usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u16,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_intraOnly_raw(this: *mut Self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_set_const::<11usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn allow_high_precision_mv(&self) -> ::std::os::raw::c_ushort {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<12usize, 1u8>() as u16) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_allow_high_precision_mv(&mut self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<12usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn allow_high_precision_mv_raw(this: *const Self) -> ::std::os::raw::c_ushort {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_get_const::<12usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u16,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_allow_high_precision_mv_raw(this: *mut Self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_set_const::<12usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn refreshEntropyProbs(&self) -> ::std::os::raw::c_ushort {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<13usize, 1u8>() as u16) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_refreshEntropyProbs(&mut self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<13usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn refreshEntropyProbs_raw(this: *const Self) -> ::std::os::raw::c_ushort {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_get_const::<13usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u16,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_refreshEntropyProbs_raw(this: *mut Self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_set_const::<13usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn reserved2Bits(&self) -> ::std::os::raw::c_ushort {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<14usize, 2u8>() as u16) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_reserved2Bits(&mut self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<14usize, 2u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn reserved2Bits_raw(this: *const Self) -> ::std::os::raw::c_ushort {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_get_const::<14usize, 2u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u16,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_reserved2Bits_raw(this: *mut Self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_set_const::<14usize, 2u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn new_bitfield_1(
        profile: ::std::os::raw::c_ushort,
        frameContextIdx: ::std::os::raw::c_ushort,
        frameType: ::std::os::raw::c_ushort,
        showFrame: ::std::os::raw::c_ushort,
        errorResilient: ::std::os::raw::c_ushort,
        frameParallelDecoding: ::std::os::raw::c_ushort,
        subSamplingX: ::std::os::raw::c_ushort,
        subSamplingY: ::std::os::raw::c_ushort,
        intraOnly: ::std::os::raw::c_ushort,
        allow_high_precision_mv: ::std::os::raw::c_ushort,
        refreshEntropyProbs: ::std::os::raw::c_ushort,
        reserved2Bits: ::std::os::raw::c_ushort,
    ) -> __BindgenBitfieldUnit<[u8; 2usize]> {
        let mut __bindgen_bitfield_unit: __BindgenBitfieldUnit<[u8; 2usize]> = Default::default();
        __bindgen_bitfield_unit.set_const::<0usize, 3u8>({
            let profile: u16 = unsafe { ::std::mem::transmute(profile) };
            profile as u64
        });
        __bindgen_bitfield_unit.set_const::<3usize, 2u8>({
            let frameContextIdx: u16 = unsafe { ::std::mem::transmute(frameContextIdx) };
            frameContextIdx as u64
        });
        __bindgen_bitfield_unit.set_const::<5usize, 1u8>({
            let frameType: u16 = unsafe { ::std::mem::transmute(frameType) };
            frameType as u64
        });
        __bindgen_bitfield_unit.set_const::<6usize, 1u8>({
            let showFrame: u16 = unsafe { ::std::mem::transmute(showFrame) };
            showFrame as u64
        });
        __bindgen_bitfield_unit.set_const::<7usize, 1u8>({
            let errorResilient: u16 = unsafe { ::std::mem::transmute(errorResilient) };
            errorResilient as u64
        });
        __bindgen_bitfield_unit.set_const::<8usize, 1u8>({
            let frameParallelDecoding: u16 =
                unsafe { ::std::mem::transmute(frameParallelDecoding) };
            frameParallelDecoding as u64
        });
        __bindgen_bitfield_unit.set_const::<9usize, 1u8>({
            let subSamplingX: u16 = unsafe { ::std::mem::transmute(subSamplingX) };
            subSamplingX as u64
        });
        __bindgen_bitfield_unit.set_const::<10usize, 1u8>({
            let subSamplingY: u16 = unsafe { ::std::mem::transmute(subSamplingY) };
            subSamplingY as u64
        });
        __bindgen_bitfield_unit.set_const::<11usize, 1u8>({
            let intraOnly: u16 = unsafe { ::std::mem::transmute(intraOnly) };
            intraOnly as u64
        });
        __bindgen_bitfield_unit.set_const::<12usize, 1u8>({
            let allow_high_precision_mv: u16 =
                unsafe { ::std::mem::transmute(allow_high_precision_mv) };
            allow_high_precision_mv as u64
        });
        __bindgen_bitfield_unit.set_const::<13usize, 1u8>({
            let refreshEntropyProbs: u16 = unsafe { ::std::mem::transmute(refreshEntropyProbs) };
            refreshEntropyProbs as u64
        });
        __bindgen_bitfield_unit.set_const::<14usize, 2u8>({
            let reserved2Bits: u16 = unsafe { ::std::mem::transmute(reserved2Bits) };
            reserved2Bits as u64
        });
        __bindgen_bitfield_unit
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn segmentEnabled(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_2.get_const::<0usize, 1u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_segmentEnabled(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_2.set_const::<0usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn segmentEnabled_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<0usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_2),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_segmentEnabled_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<0usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_2),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn segmentMapUpdate(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_2.get_const::<1usize, 1u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_segmentMapUpdate(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_2.set_const::<1usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn segmentMapUpdate_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<1usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_2),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_segmentMapUpdate_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<1usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_2),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn segmentMapTemporalUpdate(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_2.get_const::<2usize, 1u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_segmentMapTemporalUpdate(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_2.set_const::<2usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn segmentMapTemporalUpdate_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<2usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_2),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_segmentMapTemporalUpdate_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<2usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_2),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn segmentFeatureMode(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_2.get_const::<3usize, 1u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_segmentFeatureMode(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_2.set_const::<3usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn segmentFeatureMode_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<3usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_2),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_segmentFeatureMode_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<3usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_2),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn reserved4Bits(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_2.get_const::<4usize, 4u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_reserved4Bits(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_2.set_const::<4usize, 4u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn reserved4Bits_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<4usize, 4u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_2),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_reserved4Bits_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<4usize, 4u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_2),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn new_bitfield_2(
        segmentEnabled: ::std::os::raw::c_uchar,
        segmentMapUpdate: ::std::os::raw::c_uchar,
        segmentMapTemporalUpdate: ::std::os::raw::c_uchar,
        segmentFeatureMode: ::std::os::raw::c_uchar,
        reserved4Bits: ::std::os::raw::c_uchar,
    ) -> __BindgenBitfieldUnit<[u8; 1usize]> {
        let mut __bindgen_bitfield_unit: __BindgenBitfieldUnit<[u8; 1usize]> = Default::default();
        __bindgen_bitfield_unit.set_const::<0usize, 1u8>({
            let segmentEnabled: u8 = unsafe { ::std::mem::transmute(segmentEnabled) };
            segmentEnabled as u64
        });
        __bindgen_bitfield_unit.set_const::<1usize, 1u8>({
            let segmentMapUpdate: u8 = unsafe { ::std::mem::transmute(segmentMapUpdate) };
            segmentMapUpdate as u64
        });
        __bindgen_bitfield_unit.set_const::<2usize, 1u8>({
            let segmentMapTemporalUpdate: u8 =
                unsafe { ::std::mem::transmute(segmentMapTemporalUpdate) };
            segmentMapTemporalUpdate as u64
        });
        __bindgen_bitfield_unit.set_const::<3usize, 1u8>({
            let segmentFeatureMode: u8 = unsafe { ::std::mem::transmute(segmentFeatureMode) };
            segmentFeatureMode as u64
        });
        __bindgen_bitfield_unit.set_const::<4usize, 4u8>({
            let reserved4Bits: u8 = unsafe { ::std::mem::transmute(reserved4Bits) };
            reserved4Bits as u64
        });
        __bindgen_bitfield_unit
    }
}
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct CUVIDAV1PICPARAMS {
    pub width: ::std::os::raw::c_uint,
    pub height: ::std::os::raw::c_uint,
    pub frame_offset: ::std::os::raw::c_uint,
    pub decodePicIdx: ::std::os::raw::c_int,
    pub _bitfield_1: __BindgenBitfieldUnit<[u8; 12usize]>,
    pub tile_widths: [::std::os::raw::c_ushort; 64usize],
    pub tile_heights: [::std::os::raw::c_ushort; 64usize],
    pub _bitfield_2: __BindgenBitfieldUnit<[u8; 1usize]>,
    pub cdef_y_strength: [::std::os::raw::c_uchar; 8usize],
    pub cdef_uv_strength: [::std::os::raw::c_uchar; 8usize],
    pub _bitfield_3: __BindgenBitfieldUnit<[u8; 1usize]>,
    pub base_qindex: ::std::os::raw::c_uchar,
    pub qp_y_dc_delta_q: ::std::os::raw::c_char,
    pub qp_u_dc_delta_q: ::std::os::raw::c_char,
    pub qp_v_dc_delta_q: ::std::os::raw::c_char,
    pub qp_u_ac_delta_q: ::std::os::raw::c_char,
    pub qp_v_ac_delta_q: ::std::os::raw::c_char,
    pub qm_y: ::std::os::raw::c_uchar,
    pub qm_u: ::std::os::raw::c_uchar,
    pub qm_v: ::std::os::raw::c_uchar,
    pub _bitfield_4: __BindgenBitfieldUnit<[u8; 1usize]>,
    pub segmentation_feature_data: [[::std::os::raw::c_short; 8usize]; 8usize],
    pub segmentation_feature_mask: [::std::os::raw::c_uchar; 8usize],
    pub loop_filter_level: [::std::os::raw::c_uchar; 2usize],
    pub loop_filter_level_u: ::std::os::raw::c_uchar,
    pub loop_filter_level_v: ::std::os::raw::c_uchar,
    pub loop_filter_sharpness: ::std::os::raw::c_uchar,
    pub loop_filter_ref_deltas: [::std::os::raw::c_char; 8usize],
    pub loop_filter_mode_deltas: [::std::os::raw::c_char; 2usize],
    pub _bitfield_5: __BindgenBitfieldUnit<[u8; 1usize]>,
    pub lr_unit_size: [::std::os::raw::c_uchar; 3usize],
    pub lr_type: [::std::os::raw::c_uchar; 3usize],
    pub primary_ref_frame: ::std::os::raw::c_uchar,
    pub ref_frame_map: [::std::os::raw::c_uchar; 8usize],
    pub _bitfield_6: __BindgenBitfieldUnit<[u8; 1usize]>,
    pub reserved5_32bits: [::std::os::raw::c_uchar; 4usize],
    pub ref_frame: [CUVIDAV1PICPARAMS__bindgen_ty_1; 7usize],
    pub global_motion: [CUVIDAV1PICPARAMS__bindgen_ty_2; 7usize],
    pub _bitfield_7: __BindgenBitfieldUnit<[u8; 2usize]>,
    pub num_y_points: ::std::os::raw::c_uchar,
    pub scaling_points_y: [[::std::os::raw::c_uchar; 2usize]; 14usize],
    pub num_cb_points: ::std::os::raw::c_uchar,
    pub scaling_points_cb: [[::std::os::raw::c_uchar; 2usize]; 10usize],
    pub num_cr_points: ::std::os::raw::c_uchar,
    pub scaling_points_cr: [[::std::os::raw::c_uchar; 2usize]; 10usize],
    pub reserved7_8bits: ::std::os::raw::c_uchar,
    pub random_seed: ::std::os::raw::c_ushort,
    pub ar_coeffs_y: [::std::os::raw::c_short; 24usize],
    pub ar_coeffs_cb: [::std::os::raw::c_short; 25usize],
    pub ar_coeffs_cr: [::std::os::raw::c_short; 25usize],
    pub cb_mult: ::std::os::raw::c_uchar,
    pub cb_luma_mult: ::std::os::raw::c_uchar,
    pub cb_offset: ::std::os::raw::c_short,
    pub cr_mult: ::std::os::raw::c_uchar,
    pub cr_luma_mult: ::std::os::raw::c_uchar,
    pub cr_offset: ::std::os::raw::c_short,
    pub reserved: [::std::os::raw::c_int; 7usize],
}
#[repr(C)]
#[derive(Debug, Default, Copy, Clone)]
pub struct CUVIDAV1PICPARAMS__bindgen_ty_1 {
    pub width: ::std::os::raw::c_uint,
    pub height: ::std::os::raw::c_uint,
    pub index: ::std::os::raw::c_uchar,
    pub reserved24Bits: [::std::os::raw::c_uchar; 3usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDAV1PICPARAMS__bindgen_ty_1"]
        [::std::mem::size_of::<CUVIDAV1PICPARAMS__bindgen_ty_1>() - 12usize];
    ["Alignment of CUVIDAV1PICPARAMS__bindgen_ty_1"]
        [::std::mem::align_of::<CUVIDAV1PICPARAMS__bindgen_ty_1>() - 4usize];
    ["Offset of field: CUVIDAV1PICPARAMS__bindgen_ty_1::width"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS__bindgen_ty_1, width) - 0usize];
    ["Offset of field: CUVIDAV1PICPARAMS__bindgen_ty_1::height"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS__bindgen_ty_1, height) - 4usize];
    ["Offset of field: CUVIDAV1PICPARAMS__bindgen_ty_1::index"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS__bindgen_ty_1, index) - 8usize];
    ["Offset of field: CUVIDAV1PICPARAMS__bindgen_ty_1::reserved24Bits"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS__bindgen_ty_1, reserved24Bits) - 9usize];
};
#[repr(C)]
#[derive(Debug, Default, Copy, Clone)]
pub struct CUVIDAV1PICPARAMS__bindgen_ty_2 {
    pub _bitfield_1: __BindgenBitfieldUnit<[u8; 1usize]>,
    pub reserved24Bits: [::std::os::raw::c_char; 3usize],
    pub wmmat: [::std::os::raw::c_int; 6usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDAV1PICPARAMS__bindgen_ty_2"]
        [::std::mem::size_of::<CUVIDAV1PICPARAMS__bindgen_ty_2>() - 28usize];
    ["Alignment of CUVIDAV1PICPARAMS__bindgen_ty_2"]
        [::std::mem::align_of::<CUVIDAV1PICPARAMS__bindgen_ty_2>() - 4usize];
    ["Offset of field: CUVIDAV1PICPARAMS__bindgen_ty_2::reserved24Bits"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS__bindgen_ty_2, reserved24Bits) - 1usize];
    ["Offset of field: CUVIDAV1PICPARAMS__bindgen_ty_2::wmmat"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS__bindgen_ty_2, wmmat) - 4usize];
};
impl CUVIDAV1PICPARAMS__bindgen_ty_2 {
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn invalid(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<0usize, 1u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_invalid(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<0usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn invalid_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<0usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_invalid_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<0usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn wmtype(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<1usize, 2u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_wmtype(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<1usize, 2u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn wmtype_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<1usize, 2u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_wmtype_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<1usize, 2u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn reserved5Bits(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<3usize, 5u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_reserved5Bits(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<3usize, 5u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn reserved5Bits_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<3usize, 5u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_reserved5Bits_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<3usize, 5u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn new_bitfield_1(
        invalid: ::std::os::raw::c_uchar,
        wmtype: ::std::os::raw::c_uchar,
        reserved5Bits: ::std::os::raw::c_uchar,
    ) -> __BindgenBitfieldUnit<[u8; 1usize]> {
        let mut __bindgen_bitfield_unit: __BindgenBitfieldUnit<[u8; 1usize]> = Default::default();
        __bindgen_bitfield_unit.set_const::<0usize, 1u8>({
            let invalid: u8 = unsafe { ::std::mem::transmute(invalid) };
            invalid as u64
        });
        __bindgen_bitfield_unit.set_const::<1usize, 2u8>({
            let wmtype: u8 = unsafe { ::std::mem::transmute(wmtype) };
            wmtype as u64
        });
        __bindgen_bitfield_unit.set_const::<3usize, 5u8>({
            let reserved5Bits: u8 = unsafe { ::std::mem::transmute(reserved5Bits) };
            reserved5Bits as u64
        });
        __bindgen_bitfield_unit
    }
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDAV1PICPARAMS"][::std::mem::size_of::<CUVIDAV1PICPARAMS>() - 1024usize];
    ["Alignment of CUVIDAV1PICPARAMS"][::std::mem::align_of::<CUVIDAV1PICPARAMS>() - 4usize];
    ["Offset of field: CUVIDAV1PICPARAMS::width"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, width) - 0usize];
    ["Offset of field: CUVIDAV1PICPARAMS::height"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, height) - 4usize];
    ["Offset of field: CUVIDAV1PICPARAMS::frame_offset"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, frame_offset) - 8usize];
    ["Offset of field: CUVIDAV1PICPARAMS::decodePicIdx"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, decodePicIdx) - 12usize];
    ["Offset of field: CUVIDAV1PICPARAMS::tile_widths"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, tile_widths) - 28usize];
    ["Offset of field: CUVIDAV1PICPARAMS::tile_heights"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, tile_heights) - 156usize];
    ["Offset of field: CUVIDAV1PICPARAMS::cdef_y_strength"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, cdef_y_strength) - 285usize];
    ["Offset of field: CUVIDAV1PICPARAMS::cdef_uv_strength"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, cdef_uv_strength) - 293usize];
    ["Offset of field: CUVIDAV1PICPARAMS::base_qindex"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, base_qindex) - 302usize];
    ["Offset of field: CUVIDAV1PICPARAMS::qp_y_dc_delta_q"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, qp_y_dc_delta_q) - 303usize];
    ["Offset of field: CUVIDAV1PICPARAMS::qp_u_dc_delta_q"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, qp_u_dc_delta_q) - 304usize];
    ["Offset of field: CUVIDAV1PICPARAMS::qp_v_dc_delta_q"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, qp_v_dc_delta_q) - 305usize];
    ["Offset of field: CUVIDAV1PICPARAMS::qp_u_ac_delta_q"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, qp_u_ac_delta_q) - 306usize];
    ["Offset of field: CUVIDAV1PICPARAMS::qp_v_ac_delta_q"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, qp_v_ac_delta_q) - 307usize];
    ["Offset of field: CUVIDAV1PICPARAMS::qm_y"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, qm_y) - 308usize];
    ["Offset of field: CUVIDAV1PICPARAMS::qm_u"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, qm_u) - 309usize];
    ["Offset of field: CUVIDAV1PICPARAMS::qm_v"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, qm_v) - 310usize];
    ["Offset of field: CUVIDAV1PICPARAMS::segmentation_feature_data"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, segmentation_feature_data) - 312usize];
    ["Offset of field: CUVIDAV1PICPARAMS::segmentation_feature_mask"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, segmentation_feature_mask) - 440usize];
    ["Offset of field: CUVIDAV1PICPARAMS::loop_filter_level"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, loop_filter_level) - 448usize];
    ["Offset of field: CUVIDAV1PICPARAMS::loop_filter_level_u"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, loop_filter_level_u) - 450usize];
    ["Offset of field: CUVIDAV1PICPARAMS::loop_filter_level_v"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, loop_filter_level_v) - 451usize];
    ["Offset of field: CUVIDAV1PICPARAMS::loop_filter_sharpness"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, loop_filter_sharpness) - 452usize];
    ["Offset of field: CUVIDAV1PICPARAMS::loop_filter_ref_deltas"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, loop_filter_ref_deltas) - 453usize];
    ["Offset of field: CUVIDAV1PICPARAMS::loop_filter_mode_deltas"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, loop_filter_mode_deltas) - 461usize];
    ["Offset of field: CUVIDAV1PICPARAMS::lr_unit_size"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, lr_unit_size) - 464usize];
    ["Offset of field: CUVIDAV1PICPARAMS::lr_type"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, lr_type) - 467usize];
    ["Offset of field: CUVIDAV1PICPARAMS::primary_ref_frame"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, primary_ref_frame) - 470usize];
    ["Offset of field: CUVIDAV1PICPARAMS::ref_frame_map"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, ref_frame_map) - 471usize];
    ["Offset of field: CUVIDAV1PICPARAMS::reserved5_32bits"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, reserved5_32bits) - 480usize];
    ["Offset of field: CUVIDAV1PICPARAMS::ref_frame"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, ref_frame) - 484usize];
    ["Offset of field: CUVIDAV1PICPARAMS::global_motion"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, global_motion) - 568usize];
    ["Offset of field: CUVIDAV1PICPARAMS::num_y_points"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, num_y_points) - 766usize];
    ["Offset of field: CUVIDAV1PICPARAMS::scaling_points_y"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, scaling_points_y) - 767usize];
    ["Offset of field: CUVIDAV1PICPARAMS::num_cb_points"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, num_cb_points) - 795usize];
    ["Offset of field: CUVIDAV1PICPARAMS::scaling_points_cb"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, scaling_points_cb) - 796usize];
    ["Offset of field: CUVIDAV1PICPARAMS::num_cr_points"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, num_cr_points) - 816usize];
    ["Offset of field: CUVIDAV1PICPARAMS::scaling_points_cr"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, scaling_points_cr) - 817usize];
    ["Offset of field: CUVIDAV1PICPARAMS::reserved7_8bits"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, reserved7_8bits) - 837usize];
    ["Offset of field: CUVIDAV1PICPARAMS::random_seed"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, random_seed) - 838usize];
    ["Offset of field: CUVIDAV1PICPARAMS::ar_coeffs_y"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, ar_coeffs_y) - 840usize];
    ["Offset of field: CUVIDAV1PICPARAMS::ar_coeffs_cb"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, ar_coeffs_cb) - 888usize];
    ["Offset of field: CUVIDAV1PICPARAMS::ar_coeffs_cr"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, ar_coeffs_cr) - 938usize];
    ["Offset of field: CUVIDAV1PICPARAMS::cb_mult"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, cb_mult) - 988usize];
    ["Offset of field: CUVIDAV1PICPARAMS::cb_luma_mult"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, cb_luma_mult) - 989usize];
    ["Offset of field: CUVIDAV1PICPARAMS::cb_offset"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, cb_offset) - 990usize];
    ["Offset of field: CUVIDAV1PICPARAMS::cr_mult"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, cr_mult) - 992usize];
    ["Offset of field: CUVIDAV1PICPARAMS::cr_luma_mult"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, cr_luma_mult) - 993usize];
    ["Offset of field: CUVIDAV1PICPARAMS::cr_offset"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, cr_offset) - 994usize];
    ["Offset of field: CUVIDAV1PICPARAMS::reserved"]
        [::std::mem::offset_of!(CUVIDAV1PICPARAMS, reserved) - 996usize];
};
impl Default for CUVIDAV1PICPARAMS {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
impl CUVIDAV1PICPARAMS {
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn profile(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<0usize, 3u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_profile(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<0usize, 3u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn profile_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<0usize, 3u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_profile_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<0usize, 3u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn use_128x128_superblock(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<3usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_use_128x128_superblock(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<3usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn use_128x128_superblock_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<3usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_use_128x128_superblock_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<3usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn subsampling_x(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<4usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_subsampling_x(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<4usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn subsampling_x_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<4usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_subsampling_x_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<4usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn subsampling_y(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<5usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_subsampling_y(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<5usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn subsampling_y_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<5usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_subsampling_y_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<5usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn mono_chrome(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<6usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_mono_chrome(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<6usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn mono_chrome_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<6usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_mono_chrome_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<6usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn bit_depth_minus8(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<7usize, 4u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_bit_depth_minus8(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<7usize, 4u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn bit_depth_minus8_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<7usize, 4u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_bit_depth_minus8_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<7usize, 4u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enable_filter_intra(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<11usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enable_filter_intra(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<11usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enable_filter_intra_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                11usize,
                1u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enable_filter_intra_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<11usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enable_intra_edge_filter(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<12usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enable_intra_edge_filter(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<12usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enable_intra_edge_filter_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                12usize,
                1u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enable_intra_edge_filter_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<12usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enable_interintra_compound(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<13usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enable_interintra_compound(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<13usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enable_interintra_compound_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                13usize,
                1u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enable_interintra_compound_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<13usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enable_masked_compound(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<14usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enable_masked_compound(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<14usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enable_masked_compound_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                14usize,
                1u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enable_masked_compound_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<14usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enable_dual_filter(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<15usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enable_dual_filter(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<15usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enable_dual_filter_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                15usize,
                1u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enable_dual_filter_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<15usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enable_order_hint(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<16usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enable_order_hint(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<16usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enable_order_hint_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                16usize,
                1u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enable_order_hint_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<16usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn order_hint_bits_minus1(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<17usize, 3u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_order_hint_bits_minus1(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<17usize, 3u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn order_hint_bits_minus1_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                17usize,
                3u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_order_hint_bits_minus1_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<17usize, 3u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enable_jnt_comp(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<20usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enable_jnt_comp(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<20usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enable_jnt_comp_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                20usize,
                1u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enable_jnt_comp_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<20usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enable_superres(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<21usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enable_superres(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<21usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enable_superres_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                21usize,
                1u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enable_superres_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<21usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enable_cdef(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<22usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enable_cdef(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<22usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enable_cdef_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                22usize,
                1u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enable_cdef_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<22usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enable_restoration(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<23usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enable_restoration(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<23usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enable_restoration_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                23usize,
                1u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enable_restoration_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<23usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn enable_fgs(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<24usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_enable_fgs(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<24usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn enable_fgs_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                24usize,
                1u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_enable_fgs_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<24usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn reserved0_7bits(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<25usize, 7u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_reserved0_7bits(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<25usize, 7u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn reserved0_7bits_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                25usize,
                7u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_reserved0_7bits_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<25usize, 7u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn frame_type(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<32usize, 2u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_frame_type(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<32usize, 2u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn frame_type_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                32usize,
                2u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_frame_type_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<32usize, 2u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn show_frame(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<34usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_show_frame(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<34usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn show_frame_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                34usize,
                1u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_show_frame_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<34usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn disable_cdf_update(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<35usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_disable_cdf_update(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<35usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn disable_cdf_update_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                35usize,
                1u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_disable_cdf_update_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<35usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn allow_screen_content_tools(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<36usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_allow_screen_content_tools(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<36usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn allow_screen_content_tools_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                36usize,
                1u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_allow_screen_content_tools_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<36usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn force_integer_mv(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<37usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_force_integer_mv(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<37usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn force_integer_mv_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                37usize,
                1u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_force_integer_mv_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<37usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn coded_denom(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<38usize, 3u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_coded_denom(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<38usize, 3u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn coded_denom_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                38usize,
                3u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_coded_denom_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<38usize, 3u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn allow_intrabc(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<41usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_allow_intrabc(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<41usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn allow_intrabc_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                41usize,
                1u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_allow_intrabc_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<41usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn allow_high_precision_mv(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<42usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_allow_high_precision_mv(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<42usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn allow_high_precision_mv_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                42usize,
                1u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_allow_high_precision_mv_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<42usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn interp_filter(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<43usize, 3u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_interp_filter(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<43usize, 3u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn interp_filter_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                43usize,
                3u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_interp_filter_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<43usize, 3u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn switchable_motion_mode(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<46usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_switchable_motion_mode(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<46usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn switchable_motion_mode_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                46usize,
                1u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_switchable_motion_mode_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<46usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn use_ref_frame_mvs(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<47usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_use_ref_frame_mvs(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<47usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn use_ref_frame_mvs_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                47usize,
                1u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_use_ref_frame_mvs_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<47usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn disable_frame_end_update_cdf(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<48usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_disable_frame_end_update_cdf(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<48usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn disable_frame_end_update_cdf_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                48usize,
                1u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_disable_frame_end_update_cdf_raw(
        this: *mut Self,
        val: ::std::os::raw::c_uint,
    ) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<48usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn delta_q_present(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<49usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_delta_q_present(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<49usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn delta_q_present_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                49usize,
                1u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_delta_q_present_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<49usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn delta_q_res(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<50usize, 2u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_delta_q_res(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<50usize, 2u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn delta_q_res_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                50usize,
                2u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_delta_q_res_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<50usize, 2u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn using_qmatrix(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<52usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_using_qmatrix(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<52usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn using_qmatrix_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                52usize,
                1u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_using_qmatrix_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<52usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn coded_lossless(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<53usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_coded_lossless(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<53usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn coded_lossless_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                53usize,
                1u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_coded_lossless_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<53usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn use_superres(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<54usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_use_superres(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<54usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn use_superres_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                54usize,
                1u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_use_superres_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<54usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn tx_mode(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<55usize, 2u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_tx_mode(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<55usize, 2u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn tx_mode_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                55usize,
                2u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_tx_mode_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<55usize, 2u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn reference_mode(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<57usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_reference_mode(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<57usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn reference_mode_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                57usize,
                1u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_reference_mode_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<57usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn allow_warped_motion(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<58usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_allow_warped_motion(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<58usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn allow_warped_motion_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                58usize,
                1u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_allow_warped_motion_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<58usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn reduced_tx_set(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<59usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_reduced_tx_set(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<59usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn reduced_tx_set_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                59usize,
                1u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_reduced_tx_set_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<59usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn skip_mode(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<60usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_skip_mode(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<60usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn skip_mode_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                60usize,
                1u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_skip_mode_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<60usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn reserved1_3bits(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<61usize, 3u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_reserved1_3bits(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<61usize, 3u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn reserved1_3bits_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                61usize,
                3u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_reserved1_3bits_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<61usize, 3u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn num_tile_cols(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<64usize, 8u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_num_tile_cols(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<64usize, 8u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn num_tile_cols_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                64usize,
                8u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_num_tile_cols_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<64usize, 8u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn num_tile_rows(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<72usize, 8u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_num_tile_rows(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<72usize, 8u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn num_tile_rows_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                72usize,
                8u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_num_tile_rows_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<72usize, 8u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn context_update_tile_id(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<80usize, 16u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_context_update_tile_id(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<80usize, 16u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn context_update_tile_id_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(<__BindgenBitfieldUnit<[u8; 12usize]>>::raw_get_const::<
                80usize,
                16u8,
            >(::std::ptr::addr_of!((*this)._bitfield_1))
                as u32)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_context_update_tile_id_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 12usize]>>::raw_set_const::<80usize, 16u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn new_bitfield_1(
        profile: ::std::os::raw::c_uint,
        use_128x128_superblock: ::std::os::raw::c_uint,
        subsampling_x: ::std::os::raw::c_uint,
        subsampling_y: ::std::os::raw::c_uint,
        mono_chrome: ::std::os::raw::c_uint,
        bit_depth_minus8: ::std::os::raw::c_uint,
        enable_filter_intra: ::std::os::raw::c_uint,
        enable_intra_edge_filter: ::std::os::raw::c_uint,
        enable_interintra_compound: ::std::os::raw::c_uint,
        enable_masked_compound: ::std::os::raw::c_uint,
        enable_dual_filter: ::std::os::raw::c_uint,
        enable_order_hint: ::std::os::raw::c_uint,
        order_hint_bits_minus1: ::std::os::raw::c_uint,
        enable_jnt_comp: ::std::os::raw::c_uint,
        enable_superres: ::std::os::raw::c_uint,
        enable_cdef: ::std::os::raw::c_uint,
        enable_restoration: ::std::os::raw::c_uint,
        enable_fgs: ::std::os::raw::c_uint,
        reserved0_7bits: ::std::os::raw::c_uint,
        frame_type: ::std::os::raw::c_uint,
        show_frame: ::std::os::raw::c_uint,
        disable_cdf_update: ::std::os::raw::c_uint,
        allow_screen_content_tools: ::std::os::raw::c_uint,
        force_integer_mv: ::std::os::raw::c_uint,
        coded_denom: ::std::os::raw::c_uint,
        allow_intrabc: ::std::os::raw::c_uint,
        allow_high_precision_mv: ::std::os::raw::c_uint,
        interp_filter: ::std::os::raw::c_uint,
        switchable_motion_mode: ::std::os::raw::c_uint,
        use_ref_frame_mvs: ::std::os::raw::c_uint,
        disable_frame_end_update_cdf: ::std::os::raw::c_uint,
        delta_q_present: ::std::os::raw::c_uint,
        delta_q_res: ::std::os::raw::c_uint,
        using_qmatrix: ::std::os::raw::c_uint,
        coded_lossless: ::std::os::raw::c_uint,
        use_superres: ::std::os::raw::c_uint,
        tx_mode: ::std::os::raw::c_uint,
        reference_mode: ::std::os::raw::c_uint,
        allow_warped_motion: ::std::os::raw::c_uint,
        reduced_tx_set: ::std::os::raw::c_uint,
        skip_mode: ::std::os::raw::c_uint,
        reserved1_3bits: ::std::os::raw::c_uint,
        num_tile_cols: ::std::os::raw::c_uint,
        num_tile_rows: ::std::os::raw::c_uint,
        context_update_tile_id: ::std::os::raw::c_uint,
    ) -> __BindgenBitfieldUnit<[u8; 12usize]> {
        let mut __bindgen_bitfield_unit: __BindgenBitfieldUnit<[u8; 12usize]> = Default::default();
        __bindgen_bitfield_unit.set_const::<0usize, 3u8>({
            let profile: u32 = unsafe { ::std::mem::transmute(profile) };
            profile as u64
        });
        __bindgen_bitfield_unit.set_const::<3usize, 1u8>({
            let use_128x128_superblock: u32 =
                unsafe { ::std::mem::transmute(use_128x128_superblock) };
            use_128x128_superblock as u64
        });
        __bindgen_bitfield_unit.set_const::<4usize, 1u8>({
            let subsampling_x: u32 = unsafe { ::std::mem::transmute(subsampling_x) };
            subsampling_x as u64
        });
        __bindgen_bitfield_unit.set_const::<5usize, 1u8>({
            let subsampling_y: u32 = unsafe { ::std::mem::transmute(subsampling_y) };
            subsampling_y as u64
        });
        __bindgen_bitfield_unit.set_const::<6usize, 1u8>({
            let mono_chrome: u32 = unsafe { ::std::mem::transmute(mono_chrome) };
            mono_chrome as u64
        });
        __bindgen_bitfield_unit.set_const::<7usize, 4u8>({
            let bit_depth_minus8: u32 = unsafe { ::std::mem::transmute(bit_depth_minus8) };
            bit_depth_minus8 as u64
        });
        __bindgen_bitfield_unit.set_const::<11usize, 1u8>({
            let enable_filter_intra: u32 = unsafe { ::std::mem::transmute(enable_filter_intra) };
            enable_filter_intra as u64
        });
        __bindgen_bitfield_unit.set_const::<12usize, 1u8>({
            let enable_intra_edge_filter: u32 =
                unsafe { ::std::mem::transmute(enable_intra_edge_filter) };
            enable_intra_edge_filter as u64
        });
        __bindgen_bitfield_unit.set_const::<13usize, 1u8>({
            let enable_interintra_compound: u32 =
                unsafe { ::std::mem::transmute(enable_interintra_compound) };
            enable_interintra_compound as u64
        });
        __bindgen_bitfield_unit.set_const::<14usize, 1u8>({
            let enable_masked_compound: u32 =
                unsafe { ::std::mem::transmute(enable_masked_compound) };
            enable_masked_compound as u64
        });
        __bindgen_bitfield_unit.set_const::<15usize, 1u8>({
            let enable_dual_filter: u32 = unsafe { ::std::mem::transmute(enable_dual_filter) };
            enable_dual_filter as u64
        });
        __bindgen_bitfield_unit.set_const::<16usize, 1u8>({
            let enable_order_hint: u32 = unsafe { ::std::mem::transmute(enable_order_hint) };
            enable_order_hint as u64
        });
        __bindgen_bitfield_unit.set_const::<17usize, 3u8>({
            let order_hint_bits_minus1: u32 =
                unsafe { ::std::mem::transmute(order_hint_bits_minus1) };
            order_hint_bits_minus1 as u64
        });
        __bindgen_bitfield_unit.set_const::<20usize, 1u8>({
            let enable_jnt_comp: u32 = unsafe { ::std::mem::transmute(enable_jnt_comp) };
            enable_jnt_comp as u64
        });
        __bindgen_bitfield_unit.set_const::<21usize, 1u8>({
            let enable_superres: u32 = unsafe { ::std::mem::transmute(enable_superres) };
            enable_superres as u64
        });
        __bindgen_bitfield_unit.set_const::<22usize, 1u8>({
            let enable_cdef: u32 = unsafe { ::std::mem::transmute(enable_cdef) };
            enable_cdef as u64
        });
        __bindgen_bitfield_unit.set_const::<23usize, 1u8>({
            let enable_restoration: u32 = unsafe { ::std::mem::transmute(enable_restoration) };
            enable_restoration as u64
        });
        __bindgen_bitfield_unit.set_const::<24usize, 1u8>({
            let enable_fgs: u32 = unsafe { ::std::mem::transmute(enable_fgs) };
            enable_fgs as u64
        });
        __bindgen_bitfield_unit.set_const::<25usize, 7u8>({
            let reserved0_7bits: u32 = unsafe { ::std::mem::transmute(reserved0_7bits) };
            reserved0_7bits as u64
        });
        __bindgen_bitfield_unit.set_const::<32usize, 2u8>({
            let frame_type: u32 = unsafe { ::std::mem::transmute(frame_type) };
            frame_type as u64
        });
        __bindgen_bitfield_unit.set_const::<34usize, 1u8>({
            let show_frame: u32 = unsafe { ::std::mem::transmute(show_frame) };
            show_frame as u64
        });
        __bindgen_bitfield_unit.set_const::<35usize, 1u8>({
            let disable_cdf_update: u32 = unsafe { ::std::mem::transmute(disable_cdf_update) };
            disable_cdf_update as u64
        });
        __bindgen_bitfield_unit.set_const::<36usize, 1u8>({
            let allow_screen_content_tools: u32 =
                unsafe { ::std::mem::transmute(allow_screen_content_tools) };
            allow_screen_content_tools as u64
        });
        __bindgen_bitfield_unit.set_const::<37usize, 1u8>({
            let force_integer_mv: u32 = unsafe { ::std::mem::transmute(force_integer_mv) };
            force_integer_mv as u64
        });
        __bindgen_bitfield_unit.set_const::<38usize, 3u8>({
            let coded_denom: u32 = unsafe { ::std::mem::transmute(coded_denom) };
            coded_denom as u64
        });
        __bindgen_bitfield_unit.set_const::<41usize, 1u8>({
            let allow_intrabc: u32 = unsafe { ::std::mem::transmute(allow_intrabc) };
            allow_intrabc as u64
        });
        __bindgen_bitfield_unit.set_const::<42usize, 1u8>({
            let allow_high_precision_mv: u32 =
                unsafe { ::std::mem::transmute(allow_high_precision_mv) };
            allow_high_precision_mv as u64
        });
        __bindgen_bitfield_unit.set_const::<43usize, 3u8>({
            let interp_filter: u32 = unsafe { ::std::mem::transmute(interp_filter) };
            interp_filter as u64
        });
        __bindgen_bitfield_unit.set_const::<46usize, 1u8>({
            let switchable_motion_mode: u32 =
                unsafe { ::std::mem::transmute(switchable_motion_mode) };
            switchable_motion_mode as u64
        });
        __bindgen_bitfield_unit.set_const::<47usize, 1u8>({
            let use_ref_frame_mvs: u32 = unsafe { ::std::mem::transmute(use_ref_frame_mvs) };
            use_ref_frame_mvs as u64
        });
        __bindgen_bitfield_unit.set_const::<48usize, 1u8>({
            let disable_frame_end_update_cdf: u32 =
                unsafe { ::std::mem::transmute(disable_frame_end_update_cdf) };
            disable_frame_end_update_cdf as u64
        });
        __bindgen_bitfield_unit.set_const::<49usize, 1u8>({
            let delta_q_present: u32 = unsafe { ::std::mem::transmute(delta_q_present) };
            delta_q_present as u64
        });
        __bindgen_bitfield_unit.set_const::<50usize, 2u8>({
            let delta_q_res: u32 = unsafe { ::std::mem::transmute(delta_q_res) };
            delta_q_res as u64
        });
        __bindgen_bitfield_unit.set_const::<52usize, 1u8>({
            let using_qmatrix: u32 = unsafe { ::std::mem::transmute(using_qmatrix) };
            using_qmatrix as u64
        });
        __bindgen_bitfield_unit.set_const::<53usize, 1u8>({
            let coded_lossless: u32 = unsafe { ::std::mem::transmute(coded_lossless) };
            coded_lossless as u64
        });
        __bindgen_bitfield_unit.set_const::<54usize, 1u8>({
            let use_superres: u32 = unsafe { ::std::mem::transmute(use_superres) };
            use_superres as u64
        });
        __bindgen_bitfield_unit.set_const::<55usize, 2u8>({
            let tx_mode: u32 = unsafe { ::std::mem::transmute(tx_mode) };
            tx_mode as u64
        });
        __bindgen_bitfield_unit.set_const::<57usize, 1u8>({
            let reference_mode: u32 = unsafe { ::std::mem::transmute(reference_mode) };
            reference_mode as u64
        });
        __bindgen_bitfield_unit.set_const::<58usize, 1u8>({
            let allow_warped_motion: u32 = unsafe { ::std::mem::transmute(allow_warped_motion) };
            allow_warped_motion as u64
        });
        __bindgen_bitfield_unit.set_const::<59usize, 1u8>({
            let reduced_tx_set: u32 = unsafe { ::std::mem::transmute(reduced_tx_set) };
            reduced_tx_set as u64
        });
        __bindgen_bitfield_unit.set_const::<60usize, 1u8>({
            let skip_mode: u32 = unsafe { ::std::mem::transmute(skip_mode) };
            skip_mode as u64
        });
        __bindgen_bitfield_unit.set_const::<61usize, 3u8>({
            let reserved1_3bits: u32 = unsafe { ::std::mem::transmute(reserved1_3bits) };
            reserved1_3bits as u64
        });
        __bindgen_bitfield_unit.set_const::<64usize, 8u8>({
            let num_tile_cols: u32 = unsafe { ::std::mem::transmute(num_tile_cols) };
            num_tile_cols as u64
        });
        __bindgen_bitfield_unit.set_const::<72usize, 8u8>({
            let num_tile_rows: u32 = unsafe { ::std::mem::transmute(num_tile_rows) };
            num_tile_rows as u64
        });
        __bindgen_bitfield_unit.set_const::<80usize, 16u8>({
            let context_update_tile_id: u32 =
                unsafe { ::std::mem::transmute(context_update_tile_id) };
            context_update_tile_id as u64
        });
        __bindgen_bitfield_unit
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn cdef_damping_minus_3(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_2.get_const::<0usize, 2u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_cdef_damping_minus_3(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_2.set_const::<0usize, 2u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn cdef_damping_minus_3_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<0usize, 2u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_2),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_cdef_damping_minus_3_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<0usize, 2u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_2),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn cdef_bits(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_2.get_const::<2usize, 2u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_cdef_bits(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_2.set_const::<2usize, 2u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn cdef_bits_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<2usize, 2u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_2),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_cdef_bits_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<2usize, 2u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_2),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn reserved2_4bits(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_2.get_const::<4usize, 4u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_reserved2_4bits(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_2.set_const::<4usize, 4u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn reserved2_4bits_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<4usize, 4u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_2),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_reserved2_4bits_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<4usize, 4u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_2),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn new_bitfield_2(
        cdef_damping_minus_3: ::std::os::raw::c_uchar,
        cdef_bits: ::std::os::raw::c_uchar,
        reserved2_4bits: ::std::os::raw::c_uchar,
    ) -> __BindgenBitfieldUnit<[u8; 1usize]> {
        let mut __bindgen_bitfield_unit: __BindgenBitfieldUnit<[u8; 1usize]> = Default::default();
        __bindgen_bitfield_unit.set_const::<0usize, 2u8>({
            let cdef_damping_minus_3: u8 = unsafe { ::std::mem::transmute(cdef_damping_minus_3) };
            cdef_damping_minus_3 as u64
        });
        __bindgen_bitfield_unit.set_const::<2usize, 2u8>({
            let cdef_bits: u8 = unsafe { ::std::mem::transmute(cdef_bits) };
            cdef_bits as u64
        });
        __bindgen_bitfield_unit.set_const::<4usize, 4u8>({
            let reserved2_4bits: u8 = unsafe { ::std::mem::transmute(reserved2_4bits) };
            reserved2_4bits as u64
        });
        __bindgen_bitfield_unit
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn SkipModeFrame0(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_3.get_const::<0usize, 4u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_SkipModeFrame0(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_3.set_const::<0usize, 4u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn SkipModeFrame0_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<0usize, 4u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_3),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_SkipModeFrame0_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<0usize, 4u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_3),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn SkipModeFrame1(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_3.get_const::<4usize, 4u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_SkipModeFrame1(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_3.set_const::<4usize, 4u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn SkipModeFrame1_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<4usize, 4u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_3),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_SkipModeFrame1_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<4usize, 4u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_3),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn new_bitfield_3(
        SkipModeFrame0: ::std::os::raw::c_uchar,
        SkipModeFrame1: ::std::os::raw::c_uchar,
    ) -> __BindgenBitfieldUnit<[u8; 1usize]> {
        let mut __bindgen_bitfield_unit: __BindgenBitfieldUnit<[u8; 1usize]> = Default::default();
        __bindgen_bitfield_unit.set_const::<0usize, 4u8>({
            let SkipModeFrame0: u8 = unsafe { ::std::mem::transmute(SkipModeFrame0) };
            SkipModeFrame0 as u64
        });
        __bindgen_bitfield_unit.set_const::<4usize, 4u8>({
            let SkipModeFrame1: u8 = unsafe { ::std::mem::transmute(SkipModeFrame1) };
            SkipModeFrame1 as u64
        });
        __bindgen_bitfield_unit
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn segmentation_enabled(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_4.get_const::<0usize, 1u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_segmentation_enabled(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_4.set_const::<0usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn segmentation_enabled_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<0usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_4),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_segmentation_enabled_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<0usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_4),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn segmentation_update_map(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_4.get_const::<1usize, 1u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_segmentation_update_map(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_4.set_const::<1usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn segmentation_update_map_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<1usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_4),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_segmentation_update_map_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<1usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_4),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn segmentation_update_data(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_4.get_const::<2usize, 1u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_segmentation_update_data(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_4.set_const::<2usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn segmentation_update_data_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<2usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_4),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_segmentation_update_data_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<2usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_4),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn segmentation_temporal_update(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_4.get_const::<3usize, 1u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_segmentation_temporal_update(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_4.set_const::<3usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn segmentation_temporal_update_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<3usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_4),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_segmentation_temporal_update_raw(
        this: *mut Self,
        val: ::std::os::raw::c_uchar,
    ) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<3usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_4),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn reserved3_4bits(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_4.get_const::<4usize, 4u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_reserved3_4bits(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_4.set_const::<4usize, 4u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn reserved3_4bits_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<4usize, 4u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_4),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_reserved3_4bits_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<4usize, 4u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_4),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn new_bitfield_4(
        segmentation_enabled: ::std::os::raw::c_uchar,
        segmentation_update_map: ::std::os::raw::c_uchar,
        segmentation_update_data: ::std::os::raw::c_uchar,
        segmentation_temporal_update: ::std::os::raw::c_uchar,
        reserved3_4bits: ::std::os::raw::c_uchar,
    ) -> __BindgenBitfieldUnit<[u8; 1usize]> {
        let mut __bindgen_bitfield_unit: __BindgenBitfieldUnit<[u8; 1usize]> = Default::default();
        __bindgen_bitfield_unit.set_const::<0usize, 1u8>({
            let segmentation_enabled: u8 = unsafe { ::std::mem::transmute(segmentation_enabled) };
            segmentation_enabled as u64
        });
        __bindgen_bitfield_unit.set_const::<1usize, 1u8>({
            let segmentation_update_map: u8 =
                unsafe { ::std::mem::transmute(segmentation_update_map) };
            segmentation_update_map as u64
        });
        __bindgen_bitfield_unit.set_const::<2usize, 1u8>({
            let segmentation_update_data: u8 =
                unsafe { ::std::mem::transmute(segmentation_update_data) };
            segmentation_update_data as u64
        });
        __bindgen_bitfield_unit.set_const::<3usize, 1u8>({
            let segmentation_temporal_update: u8 =
                unsafe { ::std::mem::transmute(segmentation_temporal_update) };
            segmentation_temporal_update as u64
        });
        __bindgen_bitfield_unit.set_const::<4usize, 4u8>({
            let reserved3_4bits: u8 = unsafe { ::std::mem::transmute(reserved3_4bits) };
            reserved3_4bits as u64
        });
        __bindgen_bitfield_unit
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn loop_filter_delta_enabled(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_5.get_const::<0usize, 1u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_loop_filter_delta_enabled(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_5.set_const::<0usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn loop_filter_delta_enabled_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<0usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_5),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_loop_filter_delta_enabled_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<0usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_5),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn loop_filter_delta_update(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_5.get_const::<1usize, 1u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_loop_filter_delta_update(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_5.set_const::<1usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn loop_filter_delta_update_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<1usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_5),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_loop_filter_delta_update_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<1usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_5),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn delta_lf_present(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_5.get_const::<2usize, 1u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_delta_lf_present(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_5.set_const::<2usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn delta_lf_present_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<2usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_5),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_delta_lf_present_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<2usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_5),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn delta_lf_res(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_5.get_const::<3usize, 2u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_delta_lf_res(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_5.set_const::<3usize, 2u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn delta_lf_res_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<3usize, 2u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_5),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_delta_lf_res_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<3usize, 2u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_5),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn delta_lf_multi(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_5.get_const::<5usize, 1u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_delta_lf_multi(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_5.set_const::<5usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn delta_lf_multi_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<5usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_5),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_delta_lf_multi_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<5usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_5),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn reserved4_2bits(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_5.get_const::<6usize, 2u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_reserved4_2bits(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_5.set_const::<6usize, 2u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn reserved4_2bits_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<6usize, 2u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_5),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_reserved4_2bits_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<6usize, 2u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_5),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn new_bitfield_5(
        loop_filter_delta_enabled: ::std::os::raw::c_uchar,
        loop_filter_delta_update: ::std::os::raw::c_uchar,
        delta_lf_present: ::std::os::raw::c_uchar,
        delta_lf_res: ::std::os::raw::c_uchar,
        delta_lf_multi: ::std::os::raw::c_uchar,
        reserved4_2bits: ::std::os::raw::c_uchar,
    ) -> __BindgenBitfieldUnit<[u8; 1usize]> {
        let mut __bindgen_bitfield_unit: __BindgenBitfieldUnit<[u8; 1usize]> = Default::default();
        __bindgen_bitfield_unit.set_const::<0usize, 1u8>({
            let loop_filter_delta_enabled: u8 =
                unsafe { ::std::mem::transmute(loop_filter_delta_enabled) };
            loop_filter_delta_enabled as u64
        });
        __bindgen_bitfield_unit.set_const::<1usize, 1u8>({
            let loop_filter_delta_update: u8 =
                unsafe { ::std::mem::transmute(loop_filter_delta_update) };
            loop_filter_delta_update as u64
        });
        __bindgen_bitfield_unit.set_const::<2usize, 1u8>({
            let delta_lf_present: u8 = unsafe { ::std::mem::transmute(delta_lf_present) };
            delta_lf_present as u64
        });
        __bindgen_bitfield_unit.set_const::<3usize, 2u8>({
            let delta_lf_res: u8 = unsafe { ::std::mem::transmute(delta_lf_res) };
            delta_lf_res as u64
        });
        __bindgen_bitfield_unit.set_const::<5usize, 1u8>({
            let delta_lf_multi: u8 = unsafe { ::std::mem::transmute(delta_lf_multi) };
            delta_lf_multi as u64
        });
        __bindgen_bitfield_unit.set_const::<6usize, 2u8>({
            let reserved4_2bits: u8 = unsafe { ::std::mem::transmute(reserved4_2bits) };
            reserved4_2bits as u64
        });
        __bindgen_bitfield_unit
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn temporal_layer_id(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_6.get_const::<0usize, 4u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_temporal_layer_id(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_6.set_const::<0usize, 4u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn temporal_layer_id_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<0usize, 4u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_6),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_temporal_layer_id_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<0usize, 4u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_6),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn spatial_layer_id(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_6.get_const::<4usize, 4u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_spatial_layer_id(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_6.set_const::<4usize, 4u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn spatial_layer_id_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<4usize, 4u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_6),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_spatial_layer_id_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<4usize, 4u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_6),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn new_bitfield_6(
        temporal_layer_id: ::std::os::raw::c_uchar,
        spatial_layer_id: ::std::os::raw::c_uchar,
    ) -> __BindgenBitfieldUnit<[u8; 1usize]> {
        let mut __bindgen_bitfield_unit: __BindgenBitfieldUnit<[u8; 1usize]> = Default::default();
        __bindgen_bitfield_unit.set_const::<0usize, 4u8>({
            let temporal_layer_id: u8 = unsafe { ::std::mem::transmute(temporal_layer_id) };
            temporal_layer_id as u64
        });
        __bindgen_bitfield_unit.set_const::<4usize, 4u8>({
            let spatial_layer_id: u8 = unsafe { ::std::mem::transmute(spatial_layer_id) };
            spatial_layer_id as u64
        });
        __bindgen_bitfield_unit
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn apply_grain(&self) -> ::std::os::raw::c_ushort {
        unsafe { ::std::mem::transmute(self._bitfield_7.get_const::<0usize, 1u8>() as u16) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_apply_grain(&mut self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            self._bitfield_7.set_const::<0usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn apply_grain_raw(this: *const Self) -> ::std::os::raw::c_ushort {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_get_const::<0usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_7),
                ) as u16,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_apply_grain_raw(this: *mut Self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_set_const::<0usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_7),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn overlap_flag(&self) -> ::std::os::raw::c_ushort {
        unsafe { ::std::mem::transmute(self._bitfield_7.get_const::<1usize, 1u8>() as u16) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_overlap_flag(&mut self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            self._bitfield_7.set_const::<1usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn overlap_flag_raw(this: *const Self) -> ::std::os::raw::c_ushort {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_get_const::<1usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_7),
                ) as u16,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_overlap_flag_raw(this: *mut Self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_set_const::<1usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_7),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn scaling_shift_minus8(&self) -> ::std::os::raw::c_ushort {
        unsafe { ::std::mem::transmute(self._bitfield_7.get_const::<2usize, 2u8>() as u16) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_scaling_shift_minus8(&mut self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            self._bitfield_7.set_const::<2usize, 2u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn scaling_shift_minus8_raw(this: *const Self) -> ::std::os::raw::c_ushort {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_get_const::<2usize, 2u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_7),
                ) as u16,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_scaling_shift_minus8_raw(this: *mut Self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_set_const::<2usize, 2u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_7),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn chroma_scaling_from_luma(&self) -> ::std::os::raw::c_ushort {
        unsafe { ::std::mem::transmute(self._bitfield_7.get_const::<4usize, 1u8>() as u16) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_chroma_scaling_from_luma(&mut self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            self._bitfield_7.set_const::<4usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn chroma_scaling_from_luma_raw(this: *const Self) -> ::std::os::raw::c_ushort {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_get_const::<4usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_7),
                ) as u16,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_chroma_scaling_from_luma_raw(this: *mut Self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_set_const::<4usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_7),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn ar_coeff_lag(&self) -> ::std::os::raw::c_ushort {
        unsafe { ::std::mem::transmute(self._bitfield_7.get_const::<5usize, 2u8>() as u16) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_ar_coeff_lag(&mut self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            self._bitfield_7.set_const::<5usize, 2u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn ar_coeff_lag_raw(this: *const Self) -> ::std::os::raw::c_ushort {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_get_const::<5usize, 2u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_7),
                ) as u16,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_ar_coeff_lag_raw(this: *mut Self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_set_const::<5usize, 2u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_7),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn ar_coeff_shift_minus6(&self) -> ::std::os::raw::c_ushort {
        unsafe { ::std::mem::transmute(self._bitfield_7.get_const::<7usize, 2u8>() as u16) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_ar_coeff_shift_minus6(&mut self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            self._bitfield_7.set_const::<7usize, 2u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn ar_coeff_shift_minus6_raw(this: *const Self) -> ::std::os::raw::c_ushort {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_get_const::<7usize, 2u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_7),
                ) as u16,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_ar_coeff_shift_minus6_raw(this: *mut Self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_set_const::<7usize, 2u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_7),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn grain_scale_shift(&self) -> ::std::os::raw::c_ushort {
        unsafe { ::std::mem::transmute(self._bitfield_7.get_const::<9usize, 2u8>() as u16) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_grain_scale_shift(&mut self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            self._bitfield_7.set_const::<9usize, 2u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn grain_scale_shift_raw(this: *const Self) -> ::std::os::raw::c_ushort {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_get_const::<9usize, 2u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_7),
                ) as u16,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_grain_scale_shift_raw(this: *mut Self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_set_const::<9usize, 2u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_7),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn clip_to_restricted_range(&self) -> ::std::os::raw::c_ushort {
        unsafe { ::std::mem::transmute(self._bitfield_7.get_const::<11usize, 1u8>() as u16) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_clip_to_restricted_range(&mut self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            self._bitfield_7.set_const::<11usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn clip_to_restricted_range_raw(this: *const Self) -> ::std::os::raw::c_ushort {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_get_const::<11usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_7),
                ) as u16,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_clip_to_restricted_range_raw(this: *mut Self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_set_const::<11usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_7),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn reserved6_4bits(&self) -> ::std::os::raw::c_ushort {
        unsafe { ::std::mem::transmute(self._bitfield_7.get_const::<12usize, 4u8>() as u16) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_reserved6_4bits(&mut self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            self._bitfield_7.set_const::<12usize, 4u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn reserved6_4bits_raw(this: *const Self) -> ::std::os::raw::c_ushort {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_get_const::<12usize, 4u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_7),
                ) as u16,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_reserved6_4bits_raw(this: *mut Self, val: ::std::os::raw::c_ushort) {
        unsafe {
            let val: u16 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 2usize]>>::raw_set_const::<12usize, 4u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_7),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn new_bitfield_7(
        apply_grain: ::std::os::raw::c_ushort,
        overlap_flag: ::std::os::raw::c_ushort,
        scaling_shift_minus8: ::std::os::raw::c_ushort,
        chroma_scaling_from_luma: ::std::os::raw::c_ushort,
        ar_coeff_lag: ::std::os::raw::c_ushort,
        ar_coeff_shift_minus6: ::std::os::raw::c_ushort,
        grain_scale_shift: ::std::os::raw::c_ushort,
        clip_to_restricted_range: ::std::os::raw::c_ushort,
        reserved6_4bits: ::std::os::raw::c_ushort,
    ) -> __BindgenBitfieldUnit<[u8; 2usize]> {
        let mut __bindgen_bitfield_unit: __BindgenBitfieldUnit<[u8; 2usize]> = Default::default();
        __bindgen_bitfield_unit.set_const::<0usize, 1u8>({
            let apply_grain: u16 = unsafe { ::std::mem::transmute(apply_grain) };
            apply_grain as u64
        });
        __bindgen_bitfield_unit.set_const::<1usize, 1u8>({
            let overlap_flag: u16 = unsafe { ::std::mem::transmute(overlap_flag) };
            overlap_flag as u64
        });
        __bindgen_bitfield_unit.set_const::<2usize, 2u8>({
            let scaling_shift_minus8: u16 = unsafe { ::std::mem::transmute(scaling_shift_minus8) };
            scaling_shift_minus8 as u64
        });
        __bindgen_bitfield_unit.set_const::<4usize, 1u8>({
            let chroma_scaling_from_luma: u16 =
                unsafe { ::std::mem::transmute(chroma_scaling_from_luma) };
            chroma_scaling_from_luma as u64
        });
        __bindgen_bitfield_unit.set_const::<5usize, 2u8>({
            let ar_coeff_lag: u16 = unsafe { ::std::mem::transmute(ar_coeff_lag) };
            ar_coeff_lag as u64
        });
        __bindgen_bitfield_unit.set_const::<7usize, 2u8>({
            let ar_coeff_shift_minus6: u16 =
                unsafe { ::std::mem::transmute(ar_coeff_shift_minus6) };
            ar_coeff_shift_minus6 as u64
        });
        __bindgen_bitfield_unit.set_const::<9usize, 2u8>({
            let grain_scale_shift: u16 = unsafe { ::std::mem::transmute(grain_scale_shift) };
            grain_scale_shift as u64
        });
        __bindgen_bitfield_unit.set_const::<11usize, 1u8>({
            let clip_to_restricted_range: u16 =
                unsafe { ::std::mem::transmute(clip_to_restricted_range) };
            clip_to_restricted_range as u64
        });
        __bindgen_bitfield_unit.set_const::<12usize, 4u8>({
            let reserved6_4bits: u16 = unsafe { ::std::mem::transmute(reserved6_4bits) };
            reserved6_4bits as u64
        });
        __bindgen_bitfield_unit
    }
}
#[repr(C)]
#[derive(Copy, Clone)]
pub struct CUVIDPICPARAMS {
    pub PicWidthInMbs: ::std::os::raw::c_int,
    pub FrameHeightInMbs: ::std::os::raw::c_int,
    pub CurrPicIdx: ::std::os::raw::c_int,
    pub field_pic_flag: ::std::os::raw::c_int,
    pub bottom_field_flag: ::std::os::raw::c_int,
    pub second_field: ::std::os::raw::c_int,
    pub nBitstreamDataLen: ::std::os::raw::c_uint,
    pub pBitstreamData: *const ::std::os::raw::c_uchar,
    pub nNumSlices: ::std::os::raw::c_uint,
    pub pSliceDataOffsets: *const ::std::os::raw::c_uint,
    pub ref_pic_flag: ::std::os::raw::c_int,
    pub intra_pic_flag: ::std::os::raw::c_int,
    pub Reserved: [::std::os::raw::c_uint; 30usize],
    pub CodecSpecific: CUVIDPICPARAMS__bindgen_ty_1,
}
#[repr(C)]
#[derive(Copy, Clone)]
pub union CUVIDPICPARAMS__bindgen_ty_1 {
    pub mpeg2: CUVIDMPEG2PICPARAMS,
    pub h264: CUVIDH264PICPARAMS,
    pub vc1: CUVIDVC1PICPARAMS,
    pub mpeg4: CUVIDMPEG4PICPARAMS,
    pub jpeg: CUVIDJPEGPICPARAMS,
    pub hevc: CUVIDHEVCPICPARAMS,
    pub vp8: CUVIDVP8PICPARAMS,
    pub vp9: CUVIDVP9PICPARAMS,
    pub av1: CUVIDAV1PICPARAMS,
    pub CodecReserved: [::std::os::raw::c_uint; 1024usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDPICPARAMS__bindgen_ty_1"]
        [::std::mem::size_of::<CUVIDPICPARAMS__bindgen_ty_1>() - 4096usize];
    ["Alignment of CUVIDPICPARAMS__bindgen_ty_1"]
        [::std::mem::align_of::<CUVIDPICPARAMS__bindgen_ty_1>() - 8usize];
    ["Offset of field: CUVIDPICPARAMS__bindgen_ty_1::mpeg2"]
        [::std::mem::offset_of!(CUVIDPICPARAMS__bindgen_ty_1, mpeg2) - 0usize];
    ["Offset of field: CUVIDPICPARAMS__bindgen_ty_1::h264"]
        [::std::mem::offset_of!(CUVIDPICPARAMS__bindgen_ty_1, h264) - 0usize];
    ["Offset of field: CUVIDPICPARAMS__bindgen_ty_1::vc1"]
        [::std::mem::offset_of!(CUVIDPICPARAMS__bindgen_ty_1, vc1) - 0usize];
    ["Offset of field: CUVIDPICPARAMS__bindgen_ty_1::mpeg4"]
        [::std::mem::offset_of!(CUVIDPICPARAMS__bindgen_ty_1, mpeg4) - 0usize];
    ["Offset of field: CUVIDPICPARAMS__bindgen_ty_1::jpeg"]
        [::std::mem::offset_of!(CUVIDPICPARAMS__bindgen_ty_1, jpeg) - 0usize];
    ["Offset of field: CUVIDPICPARAMS__bindgen_ty_1::hevc"]
        [::std::mem::offset_of!(CUVIDPICPARAMS__bindgen_ty_1, hevc) - 0usize];
    ["Offset of field: CUVIDPICPARAMS__bindgen_ty_1::vp8"]
        [::std::mem::offset_of!(CUVIDPICPARAMS__bindgen_ty_1, vp8) - 0usize];
    ["Offset of field: CUVIDPICPARAMS__bindgen_ty_1::vp9"]
        [::std::mem::offset_of!(CUVIDPICPARAMS__bindgen_ty_1, vp9) - 0usize];
    ["Offset of field: CUVIDPICPARAMS__bindgen_ty_1::av1"]
        [::std::mem::offset_of!(CUVIDPICPARAMS__bindgen_ty_1, av1) - 0usize];
    ["Offset of field: CUVIDPICPARAMS__bindgen_ty_1::CodecReserved"]
        [::std::mem::offset_of!(CUVIDPICPARAMS__bindgen_ty_1, CodecReserved) - 0usize];
};
impl Default for CUVIDPICPARAMS__bindgen_ty_1 {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDPICPARAMS"][::std::mem::size_of::<CUVIDPICPARAMS>() - 4280usize];
    ["Alignment of CUVIDPICPARAMS"][::std::mem::align_of::<CUVIDPICPARAMS>() - 8usize];
    ["Offset of field: CUVIDPICPARAMS::PicWidthInMbs"]
        [::std::mem::offset_of!(CUVIDPICPARAMS, PicWidthInMbs) - 0usize];
    ["Offset of field: CUVIDPICPARAMS::FrameHeightInMbs"]
        [::std::mem::offset_of!(CUVIDPICPARAMS, FrameHeightInMbs) - 4usize];
    ["Offset of field: CUVIDPICPARAMS::CurrPicIdx"]
        [::std::mem::offset_of!(CUVIDPICPARAMS, CurrPicIdx) - 8usize];
    ["Offset of field: CUVIDPICPARAMS::field_pic_flag"]
        [::std::mem::offset_of!(CUVIDPICPARAMS, field_pic_flag) - 12usize];
    ["Offset of field: CUVIDPICPARAMS::bottom_field_flag"]
        [::std::mem::offset_of!(CUVIDPICPARAMS, bottom_field_flag) - 16usize];
    ["Offset of field: CUVIDPICPARAMS::second_field"]
        [::std::mem::offset_of!(CUVIDPICPARAMS, second_field) - 20usize];
    ["Offset of field: CUVIDPICPARAMS::nBitstreamDataLen"]
        [::std::mem::offset_of!(CUVIDPICPARAMS, nBitstreamDataLen) - 24usize];
    ["Offset of field: CUVIDPICPARAMS::pBitstreamData"]
        [::std::mem::offset_of!(CUVIDPICPARAMS, pBitstreamData) - 32usize];
    ["Offset of field: CUVIDPICPARAMS::nNumSlices"]
        [::std::mem::offset_of!(CUVIDPICPARAMS, nNumSlices) - 40usize];
    ["Offset of field: CUVIDPICPARAMS::pSliceDataOffsets"]
        [::std::mem::offset_of!(CUVIDPICPARAMS, pSliceDataOffsets) - 48usize];
    ["Offset of field: CUVIDPICPARAMS::ref_pic_flag"]
        [::std::mem::offset_of!(CUVIDPICPARAMS, ref_pic_flag) - 56usize];
    ["Offset of field: CUVIDPICPARAMS::intra_pic_flag"]
        [::std::mem::offset_of!(CUVIDPICPARAMS, intra_pic_flag) - 60usize];
    ["Offset of field: CUVIDPICPARAMS::Reserved"]
        [::std::mem::offset_of!(CUVIDPICPARAMS, Reserved) - 64usize];
    ["Offset of field: CUVIDPICPARAMS::CodecSpecific"]
        [::std::mem::offset_of!(CUVIDPICPARAMS, CodecSpecific) - 184usize];
};
impl Default for CUVIDPICPARAMS {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct CUVIDPROCPARAMS {
    pub progressive_frame: ::std::os::raw::c_int,
    pub second_field: ::std::os::raw::c_int,
    pub top_field_first: ::std::os::raw::c_int,
    pub unpaired_field: ::std::os::raw::c_int,
    pub reserved_flags: ::std::os::raw::c_uint,
    pub reserved_zero: ::std::os::raw::c_uint,
    pub raw_input_dptr: ::std::os::raw::c_ulonglong,
    pub raw_input_pitch: ::std::os::raw::c_uint,
    pub raw_input_format: ::std::os::raw::c_uint,
    pub raw_output_dptr: ::std::os::raw::c_ulonglong,
    pub raw_output_pitch: ::std::os::raw::c_uint,
    pub Reserved1: ::std::os::raw::c_uint,
    pub output_stream: CUstream,
    pub Reserved: [::std::os::raw::c_uint; 46usize],
    pub histogram_dptr: *mut ::std::os::raw::c_ulonglong,
    pub Reserved2: [*mut ::std::os::raw::c_void; 1usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDPROCPARAMS"][::std::mem::size_of::<CUVIDPROCPARAMS>() - 264usize];
    ["Alignment of CUVIDPROCPARAMS"][::std::mem::align_of::<CUVIDPROCPARAMS>() - 8usize];
    ["Offset of field: CUVIDPROCPARAMS::progressive_frame"]
        [::std::mem::offset_of!(CUVIDPROCPARAMS, progressive_frame) - 0usize];
    ["Offset of field: CUVIDPROCPARAMS::second_field"]
        [::std::mem::offset_of!(CUVIDPROCPARAMS, second_field) - 4usize];
    ["Offset of field: CUVIDPROCPARAMS::top_field_first"]
        [::std::mem::offset_of!(CUVIDPROCPARAMS, top_field_first) - 8usize];
    ["Offset of field: CUVIDPROCPARAMS::unpaired_field"]
        [::std::mem::offset_of!(CUVIDPROCPARAMS, unpaired_field) - 12usize];
    ["Offset of field: CUVIDPROCPARAMS::reserved_flags"]
        [::std::mem::offset_of!(CUVIDPROCPARAMS, reserved_flags) - 16usize];
    ["Offset of field: CUVIDPROCPARAMS::reserved_zero"]
        [::std::mem::offset_of!(CUVIDPROCPARAMS, reserved_zero) - 20usize];
    ["Offset of field: CUVIDPROCPARAMS::raw_input_dptr"]
        [::std::mem::offset_of!(CUVIDPROCPARAMS, raw_input_dptr) - 24usize];
    ["Offset of field: CUVIDPROCPARAMS::raw_input_pitch"]
        [::std::mem::offset_of!(CUVIDPROCPARAMS, raw_input_pitch) - 32usize];
    ["Offset of field: CUVIDPROCPARAMS::raw_input_format"]
        [::std::mem::offset_of!(CUVIDPROCPARAMS, raw_input_format) - 36usize];
    ["Offset of field: CUVIDPROCPARAMS::raw_output_dptr"]
        [::std::mem::offset_of!(CUVIDPROCPARAMS, raw_output_dptr) - 40usize];
    ["Offset of field: CUVIDPROCPARAMS::raw_output_pitch"]
        [::std::mem::offset_of!(CUVIDPROCPARAMS, raw_output_pitch) - 48usize];
    ["Offset of field: CUVIDPROCPARAMS::Reserved1"]
        [::std::mem::offset_of!(CUVIDPROCPARAMS, Reserved1) - 52usize];
    ["Offset of field: CUVIDPROCPARAMS::output_stream"]
        [::std::mem::offset_of!(CUVIDPROCPARAMS, output_stream) - 56usize];
    ["Offset of field: CUVIDPROCPARAMS::Reserved"]
        [::std::mem::offset_of!(CUVIDPROCPARAMS, Reserved) - 64usize];
    ["Offset of field: CUVIDPROCPARAMS::histogram_dptr"]
        [::std::mem::offset_of!(CUVIDPROCPARAMS, histogram_dptr) - 248usize];
    ["Offset of field: CUVIDPROCPARAMS::Reserved2"]
        [::std::mem::offset_of!(CUVIDPROCPARAMS, Reserved2) - 256usize];
};
impl Default for CUVIDPROCPARAMS {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct CUVIDGETDECODESTATUS {
    pub decodeStatus: cuvidDecodeStatus,
    pub reserved: [::std::os::raw::c_uint; 31usize],
    pub pReserved: [*mut ::std::os::raw::c_void; 8usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDGETDECODESTATUS"][::std::mem::size_of::<CUVIDGETDECODESTATUS>() - 192usize];
    ["Alignment of CUVIDGETDECODESTATUS"][::std::mem::align_of::<CUVIDGETDECODESTATUS>() - 8usize];
    ["Offset of field: CUVIDGETDECODESTATUS::decodeStatus"]
        [::std::mem::offset_of!(CUVIDGETDECODESTATUS, decodeStatus) - 0usize];
    ["Offset of field: CUVIDGETDECODESTATUS::reserved"]
        [::std::mem::offset_of!(CUVIDGETDECODESTATUS, reserved) - 4usize];
    ["Offset of field: CUVIDGETDECODESTATUS::pReserved"]
        [::std::mem::offset_of!(CUVIDGETDECODESTATUS, pReserved) - 128usize];
};
impl Default for CUVIDGETDECODESTATUS {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Debug, Default, Copy, Clone)]
pub struct CUVIDRECONFIGUREDECODERINFO {
    pub ulWidth: ::std::os::raw::c_uint,
    pub ulHeight: ::std::os::raw::c_uint,
    pub ulTargetWidth: ::std::os::raw::c_uint,
    pub ulTargetHeight: ::std::os::raw::c_uint,
    pub ulNumDecodeSurfaces: ::std::os::raw::c_uint,
    pub reserved1: [::std::os::raw::c_uint; 12usize],
    pub display_area: CUVIDRECONFIGUREDECODERINFO__bindgen_ty_1,
    pub target_rect: CUVIDRECONFIGUREDECODERINFO__bindgen_ty_2,
    pub reserved2: [::std::os::raw::c_uint; 11usize],
}
#[repr(C)]
#[derive(Debug, Default, Copy, Clone)]
pub struct CUVIDRECONFIGUREDECODERINFO__bindgen_ty_1 {
    pub left: ::std::os::raw::c_short,
    pub top: ::std::os::raw::c_short,
    pub right: ::std::os::raw::c_short,
    pub bottom: ::std::os::raw::c_short,
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDRECONFIGUREDECODERINFO__bindgen_ty_1"]
        [::std::mem::size_of::<CUVIDRECONFIGUREDECODERINFO__bindgen_ty_1>() - 8usize];
    ["Alignment of CUVIDRECONFIGUREDECODERINFO__bindgen_ty_1"]
        [::std::mem::align_of::<CUVIDRECONFIGUREDECODERINFO__bindgen_ty_1>() - 2usize];
    ["Offset of field: CUVIDRECONFIGUREDECODERINFO__bindgen_ty_1::left"]
        [::std::mem::offset_of!(CUVIDRECONFIGUREDECODERINFO__bindgen_ty_1, left) - 0usize];
    ["Offset of field: CUVIDRECONFIGUREDECODERINFO__bindgen_ty_1::top"]
        [::std::mem::offset_of!(CUVIDRECONFIGUREDECODERINFO__bindgen_ty_1, top) - 2usize];
    ["Offset of field: CUVIDRECONFIGUREDECODERINFO__bindgen_ty_1::right"]
        [::std::mem::offset_of!(CUVIDRECONFIGUREDECODERINFO__bindgen_ty_1, right) - 4usize];
    ["Offset of field: CUVIDRECONFIGUREDECODERINFO__bindgen_ty_1::bottom"]
        [::std::mem::offset_of!(CUVIDRECONFIGUREDECODERINFO__bindgen_ty_1, bottom) - 6usize];
};
#[repr(C)]
#[derive(Debug, Default, Copy, Clone)]
pub struct CUVIDRECONFIGUREDECODERINFO__bindgen_ty_2 {
    pub left: ::std::os::raw::c_short,
    pub top: ::std::os::raw::c_short,
    pub right: ::std::os::raw::c_short,
    pub bottom: ::std::os::raw::c_short,
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDRECONFIGUREDECODERINFO__bindgen_ty_2"]
        [::std::mem::size_of::<CUVIDRECONFIGUREDECODERINFO__bindgen_ty_2>() - 8usize];
    ["Alignment of CUVIDRECONFIGUREDECODERINFO__bindgen_ty_2"]
        [::std::mem::align_of::<CUVIDRECONFIGUREDECODERINFO__bindgen_ty_2>() - 2usize];
    ["Offset of field: CUVIDRECONFIGUREDECODERINFO__bindgen_ty_2::left"]
        [::std::mem::offset_of!(CUVIDRECONFIGUREDECODERINFO__bindgen_ty_2, left) - 0usize];
    ["Offset of field: CUVIDRECONFIGUREDECODERINFO__bindgen_ty_2::top"]
        [::std::mem::offset_of!(CUVIDRECONFIGUREDECODERINFO__bindgen_ty_2, top) - 2usize];
    ["Offset of field: CUVIDRECONFIGUREDECODERINFO__bindgen_ty_2::right"]
        [::std::mem::offset_of!(CUVIDRECONFIGUREDECODERINFO__bindgen_ty_2, right) - 4usize];
    ["Offset of field: CUVIDRECONFIGUREDECODERINFO__bindgen_ty_2::bottom"]
        [::std::mem::offset_of!(CUVIDRECONFIGUREDECODERINFO__bindgen_ty_2, bottom) - 6usize];
};
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDRECONFIGUREDECODERINFO"]
        [::std::mem::size_of::<CUVIDRECONFIGUREDECODERINFO>() - 128usize];
    ["Alignment of CUVIDRECONFIGUREDECODERINFO"]
        [::std::mem::align_of::<CUVIDRECONFIGUREDECODERINFO>() - 4usize];
    ["Offset of field: CUVIDRECONFIGUREDECODERINFO::ulWidth"]
        [::std::mem::offset_of!(CUVIDRECONFIGUREDECODERINFO, ulWidth) - 0usize];
    ["Offset of field: CUVIDRECONFIGUREDECODERINFO::ulHeight"]
        [::std::mem::offset_of!(CUVIDRECONFIGUREDECODERINFO, ulHeight) - 4usize];
    ["Offset of field: CUVIDRECONFIGUREDECODERINFO::ulTargetWidth"]
        [::std::mem::offset_of!(CUVIDRECONFIGUREDECODERINFO, ulTargetWidth) - 8usize];
    ["Offset of field: CUVIDRECONFIGUREDECODERINFO::ulTargetHeight"]
        [::std::mem::offset_of!(CUVIDRECONFIGUREDECODERINFO, ulTargetHeight) - 12usize];
    ["Offset of field: CUVIDRECONFIGUREDECODERINFO::ulNumDecodeSurfaces"]
        [::std::mem::offset_of!(CUVIDRECONFIGUREDECODERINFO, ulNumDecodeSurfaces) - 16usize];
    ["Offset of field: CUVIDRECONFIGUREDECODERINFO::reserved1"]
        [::std::mem::offset_of!(CUVIDRECONFIGUREDECODERINFO, reserved1) - 20usize];
    ["Offset of field: CUVIDRECONFIGUREDECODERINFO::display_area"]
        [::std::mem::offset_of!(CUVIDRECONFIGUREDECODERINFO, display_area) - 68usize];
    ["Offset of field: CUVIDRECONFIGUREDECODERINFO::target_rect"]
        [::std::mem::offset_of!(CUVIDRECONFIGUREDECODERINFO, target_rect) - 76usize];
    ["Offset of field: CUVIDRECONFIGUREDECODERINFO::reserved2"]
        [::std::mem::offset_of!(CUVIDRECONFIGUREDECODERINFO, reserved2) - 84usize];
};
pub type CUvideosource = *mut ::std::os::raw::c_void;
pub type CUvideoparser = *mut ::std::os::raw::c_void;
pub type CUvideotimestamp = ::std::os::raw::c_longlong;
impl cudaVideoState {
    pub const cudaVideoState_Error: cudaVideoState = cudaVideoState(-1);
    pub const cudaVideoState_Stopped: cudaVideoState = cudaVideoState(0);
    pub const cudaVideoState_Started: cudaVideoState = cudaVideoState(1);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct cudaVideoState(pub ::std::os::raw::c_int);
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct CUVIDEOFORMAT {
    pub codec: cudaVideoCodec,
    pub frame_rate: CUVIDEOFORMAT__bindgen_ty_1,
    pub progressive_sequence: ::std::os::raw::c_uchar,
    pub bit_depth_luma_minus8: ::std::os::raw::c_uchar,
    pub bit_depth_chroma_minus8: ::std::os::raw::c_uchar,
    pub min_num_decode_surfaces: ::std::os::raw::c_uchar,
    pub coded_width: ::std::os::raw::c_uint,
    pub coded_height: ::std::os::raw::c_uint,
    pub display_area: CUVIDEOFORMAT__bindgen_ty_2,
    pub chroma_format: cudaVideoChromaFormat,
    pub bitrate: ::std::os::raw::c_uint,
    pub display_aspect_ratio: CUVIDEOFORMAT__bindgen_ty_3,
    pub video_signal_description: CUVIDEOFORMAT__bindgen_ty_4,
    pub seqhdr_data_length: ::std::os::raw::c_uint,
}
#[repr(C)]
#[derive(Debug, Default, Copy, Clone)]
pub struct CUVIDEOFORMAT__bindgen_ty_1 {
    pub numerator: ::std::os::raw::c_uint,
    pub denominator: ::std::os::raw::c_uint,
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDEOFORMAT__bindgen_ty_1"]
        [::std::mem::size_of::<CUVIDEOFORMAT__bindgen_ty_1>() - 8usize];
    ["Alignment of CUVIDEOFORMAT__bindgen_ty_1"]
        [::std::mem::align_of::<CUVIDEOFORMAT__bindgen_ty_1>() - 4usize];
    ["Offset of field: CUVIDEOFORMAT__bindgen_ty_1::numerator"]
        [::std::mem::offset_of!(CUVIDEOFORMAT__bindgen_ty_1, numerator) - 0usize];
    ["Offset of field: CUVIDEOFORMAT__bindgen_ty_1::denominator"]
        [::std::mem::offset_of!(CUVIDEOFORMAT__bindgen_ty_1, denominator) - 4usize];
};
#[repr(C)]
#[derive(Debug, Default, Copy, Clone)]
pub struct CUVIDEOFORMAT__bindgen_ty_2 {
    pub left: ::std::os::raw::c_int,
    pub top: ::std::os::raw::c_int,
    pub right: ::std::os::raw::c_int,
    pub bottom: ::std::os::raw::c_int,
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDEOFORMAT__bindgen_ty_2"]
        [::std::mem::size_of::<CUVIDEOFORMAT__bindgen_ty_2>() - 16usize];
    ["Alignment of CUVIDEOFORMAT__bindgen_ty_2"]
        [::std::mem::align_of::<CUVIDEOFORMAT__bindgen_ty_2>() - 4usize];
    ["Offset of field: CUVIDEOFORMAT__bindgen_ty_2::left"]
        [::std::mem::offset_of!(CUVIDEOFORMAT__bindgen_ty_2, left) - 0usize];
    ["Offset of field: CUVIDEOFORMAT__bindgen_ty_2::top"]
        [::std::mem::offset_of!(CUVIDEOFORMAT__bindgen_ty_2, top) - 4usize];
    ["Offset of field: CUVIDEOFORMAT__bindgen_ty_2::right"]
        [::std::mem::offset_of!(CUVIDEOFORMAT__bindgen_ty_2, right) - 8usize];
    ["Offset of field: CUVIDEOFORMAT__bindgen_ty_2::bottom"]
        [::std::mem::offset_of!(CUVIDEOFORMAT__bindgen_ty_2, bottom) - 12usize];
};
#[repr(C)]
#[derive(Debug, Default, Copy, Clone)]
pub struct CUVIDEOFORMAT__bindgen_ty_3 {
    pub x: ::std::os::raw::c_int,
    pub y: ::std::os::raw::c_int,
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDEOFORMAT__bindgen_ty_3"]
        [::std::mem::size_of::<CUVIDEOFORMAT__bindgen_ty_3>() - 8usize];
    ["Alignment of CUVIDEOFORMAT__bindgen_ty_3"]
        [::std::mem::align_of::<CUVIDEOFORMAT__bindgen_ty_3>() - 4usize];
    ["Offset of field: CUVIDEOFORMAT__bindgen_ty_3::x"]
        [::std::mem::offset_of!(CUVIDEOFORMAT__bindgen_ty_3, x) - 0usize];
    ["Offset of field: CUVIDEOFORMAT__bindgen_ty_3::y"]
        [::std::mem::offset_of!(CUVIDEOFORMAT__bindgen_ty_3, y) - 4usize];
};
#[repr(C)]
#[derive(Debug, Default, Copy, Clone)]
pub struct CUVIDEOFORMAT__bindgen_ty_4 {
    pub _bitfield_1: __BindgenBitfieldUnit<[u8; 1usize]>,
    pub color_primaries: ::std::os::raw::c_uchar,
    pub transfer_characteristics: ::std::os::raw::c_uchar,
    pub matrix_coefficients: ::std::os::raw::c_uchar,
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDEOFORMAT__bindgen_ty_4"]
        [::std::mem::size_of::<CUVIDEOFORMAT__bindgen_ty_4>() - 4usize];
    ["Alignment of CUVIDEOFORMAT__bindgen_ty_4"]
        [::std::mem::align_of::<CUVIDEOFORMAT__bindgen_ty_4>() - 1usize];
    ["Offset of field: CUVIDEOFORMAT__bindgen_ty_4::color_primaries"]
        [::std::mem::offset_of!(CUVIDEOFORMAT__bindgen_ty_4, color_primaries) - 1usize];
    ["Offset of field: CUVIDEOFORMAT__bindgen_ty_4::transfer_characteristics"]
        [::std::mem::offset_of!(CUVIDEOFORMAT__bindgen_ty_4, transfer_characteristics) - 2usize];
    ["Offset of field: CUVIDEOFORMAT__bindgen_ty_4::matrix_coefficients"]
        [::std::mem::offset_of!(CUVIDEOFORMAT__bindgen_ty_4, matrix_coefficients) - 3usize];
};
impl CUVIDEOFORMAT__bindgen_ty_4 {
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn video_format(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<0usize, 3u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_video_format(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<0usize, 3u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn video_format_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<0usize, 3u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_video_format_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<0usize, 3u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn video_full_range_flag(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<3usize, 1u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_video_full_range_flag(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<3usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn video_full_range_flag_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<3usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_video_full_range_flag_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<3usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn reserved_zero_bits(&self) -> ::std::os::raw::c_uchar {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<4usize, 4u8>() as u8) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_reserved_zero_bits(&mut self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<4usize, 4u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn reserved_zero_bits_raw(this: *const Self) -> ::std::os::raw::c_uchar {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_get_const::<4usize, 4u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u8,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_reserved_zero_bits_raw(this: *mut Self, val: ::std::os::raw::c_uchar) {
        unsafe {
            let val: u8 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 1usize]>>::raw_set_const::<4usize, 4u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn new_bitfield_1(
        video_format: ::std::os::raw::c_uchar,
        video_full_range_flag: ::std::os::raw::c_uchar,
        reserved_zero_bits: ::std::os::raw::c_uchar,
    ) -> __BindgenBitfieldUnit<[u8; 1usize]> {
        let mut __bindgen_bitfield_unit: __BindgenBitfieldUnit<[u8; 1usize]> = Default::default();
        __bindgen_bitfield_unit.set_const::<0usize, 3u8>({
            let video_format: u8 = unsafe { ::std::mem::transmute(video_format) };
            video_format as u64
        });
        __bindgen_bitfield_unit.set_const::<3usize, 1u8>({
            let video_full_range_flag: u8 = unsafe { ::std::mem::transmute(video_full_range_flag) };
            video_full_range_flag as u64
        });
        __bindgen_bitfield_unit.set_const::<4usize, 4u8>({
            let reserved_zero_bits: u8 = unsafe { ::std::mem::transmute(reserved_zero_bits) };
            reserved_zero_bits as u64
        });
        __bindgen_bitfield_unit
    }
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDEOFORMAT"][::std::mem::size_of::<CUVIDEOFORMAT>() - 64usize];
    ["Alignment of CUVIDEOFORMAT"][::std::mem::align_of::<CUVIDEOFORMAT>() - 4usize];
    ["Offset of field: CUVIDEOFORMAT::codec"]
        [::std::mem::offset_of!(CUVIDEOFORMAT, codec) - 0usize];
    ["Offset of field: CUVIDEOFORMAT::frame_rate"]
        [::std::mem::offset_of!(CUVIDEOFORMAT, frame_rate) - 4usize];
    ["Offset of field: CUVIDEOFORMAT::progressive_sequence"]
        [::std::mem::offset_of!(CUVIDEOFORMAT, progressive_sequence) - 12usize];
    ["Offset of field: CUVIDEOFORMAT::bit_depth_luma_minus8"]
        [::std::mem::offset_of!(CUVIDEOFORMAT, bit_depth_luma_minus8) - 13usize];
    ["Offset of field: CUVIDEOFORMAT::bit_depth_chroma_minus8"]
        [::std::mem::offset_of!(CUVIDEOFORMAT, bit_depth_chroma_minus8) - 14usize];
    ["Offset of field: CUVIDEOFORMAT::min_num_decode_surfaces"]
        [::std::mem::offset_of!(CUVIDEOFORMAT, min_num_decode_surfaces) - 15usize];
    ["Offset of field: CUVIDEOFORMAT::coded_width"]
        [::std::mem::offset_of!(CUVIDEOFORMAT, coded_width) - 16usize];
    ["Offset of field: CUVIDEOFORMAT::coded_height"]
        [::std::mem::offset_of!(CUVIDEOFORMAT, coded_height) - 20usize];
    ["Offset of field: CUVIDEOFORMAT::display_area"]
        [::std::mem::offset_of!(CUVIDEOFORMAT, display_area) - 24usize];
    ["Offset of field: CUVIDEOFORMAT::chroma_format"]
        [::std::mem::offset_of!(CUVIDEOFORMAT, chroma_format) - 40usize];
    ["Offset of field: CUVIDEOFORMAT::bitrate"]
        [::std::mem::offset_of!(CUVIDEOFORMAT, bitrate) - 44usize];
    ["Offset of field: CUVIDEOFORMAT::display_aspect_ratio"]
        [::std::mem::offset_of!(CUVIDEOFORMAT, display_aspect_ratio) - 48usize];
    ["Offset of field: CUVIDEOFORMAT::video_signal_description"]
        [::std::mem::offset_of!(CUVIDEOFORMAT, video_signal_description) - 56usize];
    ["Offset of field: CUVIDEOFORMAT::seqhdr_data_length"]
        [::std::mem::offset_of!(CUVIDEOFORMAT, seqhdr_data_length) - 60usize];
};
impl Default for CUVIDEOFORMAT {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Copy, Clone)]
pub struct CUVIDOPERATINGPOINTINFO {
    pub codec: cudaVideoCodec,
    pub __bindgen_anon_1: CUVIDOPERATINGPOINTINFO__bindgen_ty_1,
}
#[repr(C)]
#[derive(Copy, Clone)]
pub union CUVIDOPERATINGPOINTINFO__bindgen_ty_1 {
    pub av1: CUVIDOPERATINGPOINTINFO__bindgen_ty_1__bindgen_ty_1,
    pub CodecReserved: [::std::os::raw::c_uchar; 1024usize],
}
#[repr(C)]
#[derive(Debug, Default, Copy, Clone)]
pub struct CUVIDOPERATINGPOINTINFO__bindgen_ty_1__bindgen_ty_1 {
    pub operating_points_cnt: ::std::os::raw::c_uchar,
    pub reserved24_bits: [::std::os::raw::c_uchar; 3usize],
    pub operating_points_idc: [::std::os::raw::c_ushort; 32usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDOPERATINGPOINTINFO__bindgen_ty_1__bindgen_ty_1"]
        [::std::mem::size_of::<CUVIDOPERATINGPOINTINFO__bindgen_ty_1__bindgen_ty_1>() - 68usize];
    ["Alignment of CUVIDOPERATINGPOINTINFO__bindgen_ty_1__bindgen_ty_1"]
        [::std::mem::align_of::<CUVIDOPERATINGPOINTINFO__bindgen_ty_1__bindgen_ty_1>() - 2usize];
    ["Offset of field: CUVIDOPERATINGPOINTINFO__bindgen_ty_1__bindgen_ty_1::operating_points_cnt"] [:: std :: mem :: offset_of ! (CUVIDOPERATINGPOINTINFO__bindgen_ty_1__bindgen_ty_1 , operating_points_cnt) - 0usize] ;
    ["Offset of field: CUVIDOPERATINGPOINTINFO__bindgen_ty_1__bindgen_ty_1::reserved24_bits"][::std::mem::offset_of!(
        CUVIDOPERATINGPOINTINFO__bindgen_ty_1__bindgen_ty_1,
        reserved24_bits
    )
        - 1usize];
    ["Offset of field: CUVIDOPERATINGPOINTINFO__bindgen_ty_1__bindgen_ty_1::operating_points_idc"] [:: std :: mem :: offset_of ! (CUVIDOPERATINGPOINTINFO__bindgen_ty_1__bindgen_ty_1 , operating_points_idc) - 4usize] ;
};
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDOPERATINGPOINTINFO__bindgen_ty_1"]
        [::std::mem::size_of::<CUVIDOPERATINGPOINTINFO__bindgen_ty_1>() - 1024usize];
    ["Alignment of CUVIDOPERATINGPOINTINFO__bindgen_ty_1"]
        [::std::mem::align_of::<CUVIDOPERATINGPOINTINFO__bindgen_ty_1>() - 2usize];
    ["Offset of field: CUVIDOPERATINGPOINTINFO__bindgen_ty_1::av1"]
        [::std::mem::offset_of!(CUVIDOPERATINGPOINTINFO__bindgen_ty_1, av1) - 0usize];
    ["Offset of field: CUVIDOPERATINGPOINTINFO__bindgen_ty_1::CodecReserved"]
        [::std::mem::offset_of!(CUVIDOPERATINGPOINTINFO__bindgen_ty_1, CodecReserved) - 0usize];
};
impl Default for CUVIDOPERATINGPOINTINFO__bindgen_ty_1 {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDOPERATINGPOINTINFO"]
        [::std::mem::size_of::<CUVIDOPERATINGPOINTINFO>() - 1028usize];
    ["Alignment of CUVIDOPERATINGPOINTINFO"]
        [::std::mem::align_of::<CUVIDOPERATINGPOINTINFO>() - 4usize];
    ["Offset of field: CUVIDOPERATINGPOINTINFO::codec"]
        [::std::mem::offset_of!(CUVIDOPERATINGPOINTINFO, codec) - 0usize];
};
impl Default for CUVIDOPERATINGPOINTINFO {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct CUVIDAV1SEQHDR {
    pub max_width: ::std::os::raw::c_uint,
    pub max_height: ::std::os::raw::c_uint,
    pub reserved: [::std::os::raw::c_uchar; 1016usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDAV1SEQHDR"][::std::mem::size_of::<CUVIDAV1SEQHDR>() - 1024usize];
    ["Alignment of CUVIDAV1SEQHDR"][::std::mem::align_of::<CUVIDAV1SEQHDR>() - 4usize];
    ["Offset of field: CUVIDAV1SEQHDR::max_width"]
        [::std::mem::offset_of!(CUVIDAV1SEQHDR, max_width) - 0usize];
    ["Offset of field: CUVIDAV1SEQHDR::max_height"]
        [::std::mem::offset_of!(CUVIDAV1SEQHDR, max_height) - 4usize];
    ["Offset of field: CUVIDAV1SEQHDR::reserved"]
        [::std::mem::offset_of!(CUVIDAV1SEQHDR, reserved) - 8usize];
};
impl Default for CUVIDAV1SEQHDR {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
#[derive(Copy, Clone)]
pub struct CUVIDEOFORMATEX {
    pub format: CUVIDEOFORMAT,
    pub __bindgen_anon_1: CUVIDEOFORMATEX__bindgen_ty_1,
}
#[repr(C)]
#[derive(Copy, Clone)]
pub union CUVIDEOFORMATEX__bindgen_ty_1 {
    pub av1: CUVIDAV1SEQHDR,
    pub raw_seqhdr_data: [::std::os::raw::c_uchar; 1024usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDEOFORMATEX__bindgen_ty_1"]
        [::std::mem::size_of::<CUVIDEOFORMATEX__bindgen_ty_1>() - 1024usize];
    ["Alignment of CUVIDEOFORMATEX__bindgen_ty_1"]
        [::std::mem::align_of::<CUVIDEOFORMATEX__bindgen_ty_1>() - 4usize];
    ["Offset of field: CUVIDEOFORMATEX__bindgen_ty_1::av1"]
        [::std::mem::offset_of!(CUVIDEOFORMATEX__bindgen_ty_1, av1) - 0usize];
    ["Offset of field: CUVIDEOFORMATEX__bindgen_ty_1::raw_seqhdr_data"]
        [::std::mem::offset_of!(CUVIDEOFORMATEX__bindgen_ty_1, raw_seqhdr_data) - 0usize];
};
impl Default for CUVIDEOFORMATEX__bindgen_ty_1 {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDEOFORMATEX"][::std::mem::size_of::<CUVIDEOFORMATEX>() - 1088usize];
    ["Alignment of CUVIDEOFORMATEX"][::std::mem::align_of::<CUVIDEOFORMATEX>() - 4usize];
    ["Offset of field: CUVIDEOFORMATEX::format"]
        [::std::mem::offset_of!(CUVIDEOFORMATEX, format) - 0usize];
};
impl Default for CUVIDEOFORMATEX {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
impl CUvideopacketflags {
    pub const CUVID_PKT_ENDOFSTREAM: CUvideopacketflags = CUvideopacketflags(1);
    pub const CUVID_PKT_TIMESTAMP: CUvideopacketflags = CUvideopacketflags(2);
    pub const CUVID_PKT_DISCONTINUITY: CUvideopacketflags = CUvideopacketflags(4);
    pub const CUVID_PKT_ENDOFPICTURE: CUvideopacketflags = CUvideopacketflags(8);
    pub const CUVID_PKT_NOTIFY_EOS: CUvideopacketflags = CUvideopacketflags(16);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct CUvideopacketflags(pub ::std::os::raw::c_uint);
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct CUVIDSOURCEDATAPACKET {
    pub flags: tcu_ulong,
    pub payload_size: tcu_ulong,
    pub payload: *const ::std::os::raw::c_uchar,
    pub timestamp: CUvideotimestamp,
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDSOURCEDATAPACKET"][::std::mem::size_of::<CUVIDSOURCEDATAPACKET>() - 32usize];
    ["Alignment of CUVIDSOURCEDATAPACKET"]
        [::std::mem::align_of::<CUVIDSOURCEDATAPACKET>() - 8usize];
    ["Offset of field: CUVIDSOURCEDATAPACKET::flags"]
        [::std::mem::offset_of!(CUVIDSOURCEDATAPACKET, flags) - 0usize];
    ["Offset of field: CUVIDSOURCEDATAPACKET::payload_size"]
        [::std::mem::offset_of!(CUVIDSOURCEDATAPACKET, payload_size) - 8usize];
    ["Offset of field: CUVIDSOURCEDATAPACKET::payload"]
        [::std::mem::offset_of!(CUVIDSOURCEDATAPACKET, payload) - 16usize];
    ["Offset of field: CUVIDSOURCEDATAPACKET::timestamp"]
        [::std::mem::offset_of!(CUVIDSOURCEDATAPACKET, timestamp) - 24usize];
};
impl Default for CUVIDSOURCEDATAPACKET {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
pub type PFNVIDSOURCECALLBACK = ::std::option::Option<
    unsafe extern "C" fn(
        arg1: *mut ::std::os::raw::c_void,
        arg2: *mut CUVIDSOURCEDATAPACKET,
    ) -> ::std::os::raw::c_int,
>;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct CUVIDSOURCEPARAMS {
    pub ulClockRate: ::std::os::raw::c_uint,
    pub _bitfield_1: __BindgenBitfieldUnit<[u8; 4usize]>,
    pub uReserved1: [::std::os::raw::c_uint; 6usize],
    pub pUserData: *mut ::std::os::raw::c_void,
    pub pfnVideoDataHandler: PFNVIDSOURCECALLBACK,
    pub pfnAudioDataHandler: PFNVIDSOURCECALLBACK,
    pub pvReserved2: [*mut ::std::os::raw::c_void; 8usize],
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDSOURCEPARAMS"][::std::mem::size_of::<CUVIDSOURCEPARAMS>() - 120usize];
    ["Alignment of CUVIDSOURCEPARAMS"][::std::mem::align_of::<CUVIDSOURCEPARAMS>() - 8usize];
    ["Offset of field: CUVIDSOURCEPARAMS::ulClockRate"]
        [::std::mem::offset_of!(CUVIDSOURCEPARAMS, ulClockRate) - 0usize];
    ["Offset of field: CUVIDSOURCEPARAMS::uReserved1"]
        [::std::mem::offset_of!(CUVIDSOURCEPARAMS, uReserved1) - 8usize];
    ["Offset of field: CUVIDSOURCEPARAMS::pUserData"]
        [::std::mem::offset_of!(CUVIDSOURCEPARAMS, pUserData) - 32usize];
    ["Offset of field: CUVIDSOURCEPARAMS::pfnVideoDataHandler"]
        [::std::mem::offset_of!(CUVIDSOURCEPARAMS, pfnVideoDataHandler) - 40usize];
    ["Offset of field: CUVIDSOURCEPARAMS::pfnAudioDataHandler"]
        [::std::mem::offset_of!(CUVIDSOURCEPARAMS, pfnAudioDataHandler) - 48usize];
    ["Offset of field: CUVIDSOURCEPARAMS::pvReserved2"]
        [::std::mem::offset_of!(CUVIDSOURCEPARAMS, pvReserved2) - 56usize];
};
impl Default for CUVIDSOURCEPARAMS {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
impl CUVIDSOURCEPARAMS {
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn bAnnexb(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<0usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_bAnnexb(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<0usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn bAnnexb_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<0usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_bAnnexb_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<0usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn uReserved(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<1usize, 31u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_uReserved(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<1usize, 31u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn uReserved_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<1usize, 31u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_uReserved_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<1usize, 31u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn new_bitfield_1(
        bAnnexb: ::std::os::raw::c_uint,
        uReserved: ::std::os::raw::c_uint,
    ) -> __BindgenBitfieldUnit<[u8; 4usize]> {
        let mut __bindgen_bitfield_unit: __BindgenBitfieldUnit<[u8; 4usize]> = Default::default();
        __bindgen_bitfield_unit.set_const::<0usize, 1u8>({
            let bAnnexb: u32 = unsafe { ::std::mem::transmute(bAnnexb) };
            bAnnexb as u64
        });
        __bindgen_bitfield_unit.set_const::<1usize, 31u8>({
            let uReserved: u32 = unsafe { ::std::mem::transmute(uReserved) };
            uReserved as u64
        });
        __bindgen_bitfield_unit
    }
}
impl CUvideosourceformat_flags {
    pub const CUVID_FMT_EXTFORMATINFO: CUvideosourceformat_flags = CUvideosourceformat_flags(256);
}
#[repr(transparent)]
#[derive(Debug, Copy, Clone, Hash, PartialEq, Eq)]
pub struct CUvideosourceformat_flags(pub ::std::os::raw::c_uint);
#[repr(C)]
#[derive(Debug, Default, Copy, Clone)]
pub struct CUVIDPARSERDISPINFO {
    pub picture_index: ::std::os::raw::c_int,
    pub progressive_frame: ::std::os::raw::c_int,
    pub top_field_first: ::std::os::raw::c_int,
    pub repeat_first_field: ::std::os::raw::c_int,
    pub timestamp: CUvideotimestamp,
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDPARSERDISPINFO"][::std::mem::size_of::<CUVIDPARSERDISPINFO>() - 24usize];
    ["Alignment of CUVIDPARSERDISPINFO"][::std::mem::align_of::<CUVIDPARSERDISPINFO>() - 8usize];
    ["Offset of field: CUVIDPARSERDISPINFO::picture_index"]
        [::std::mem::offset_of!(CUVIDPARSERDISPINFO, picture_index) - 0usize];
    ["Offset of field: CUVIDPARSERDISPINFO::progressive_frame"]
        [::std::mem::offset_of!(CUVIDPARSERDISPINFO, progressive_frame) - 4usize];
    ["Offset of field: CUVIDPARSERDISPINFO::top_field_first"]
        [::std::mem::offset_of!(CUVIDPARSERDISPINFO, top_field_first) - 8usize];
    ["Offset of field: CUVIDPARSERDISPINFO::repeat_first_field"]
        [::std::mem::offset_of!(CUVIDPARSERDISPINFO, repeat_first_field) - 12usize];
    ["Offset of field: CUVIDPARSERDISPINFO::timestamp"]
        [::std::mem::offset_of!(CUVIDPARSERDISPINFO, timestamp) - 16usize];
};
pub type PFNVIDSEQUENCECALLBACK = ::std::option::Option<
    unsafe extern "C" fn(
        arg1: *mut ::std::os::raw::c_void,
        arg2: *mut CUVIDEOFORMAT,
    ) -> ::std::os::raw::c_int,
>;
pub type PFNVIDDECODECALLBACK = ::std::option::Option<
    unsafe extern "C" fn(
        arg1: *mut ::std::os::raw::c_void,
        arg2: *mut CUVIDPICPARAMS,
    ) -> ::std::os::raw::c_int,
>;
pub type PFNVIDDISPLAYCALLBACK = ::std::option::Option<
    unsafe extern "C" fn(
        arg1: *mut ::std::os::raw::c_void,
        arg2: *mut CUVIDPARSERDISPINFO,
    ) -> ::std::os::raw::c_int,
>;
pub type PFNVIDOPPOINTCALLBACK = ::std::option::Option<
    unsafe extern "C" fn(
        arg1: *mut ::std::os::raw::c_void,
        arg2: *mut CUVIDOPERATINGPOINTINFO,
    ) -> ::std::os::raw::c_int,
>;
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct CUVIDPARSERPARAMS {
    pub CodecType: cudaVideoCodec,
    pub ulMaxNumDecodeSurfaces: ::std::os::raw::c_uint,
    pub ulClockRate: ::std::os::raw::c_uint,
    pub ulErrorThreshold: ::std::os::raw::c_uint,
    pub ulMaxDisplayDelay: ::std::os::raw::c_uint,
    pub _bitfield_1: __BindgenBitfieldUnit<[u8; 4usize]>,
    pub uReserved1: [::std::os::raw::c_uint; 4usize],
    pub pUserData: *mut ::std::os::raw::c_void,
    pub pfnSequenceCallback: PFNVIDSEQUENCECALLBACK,
    pub pfnDecodePicture: PFNVIDDECODECALLBACK,
    pub pfnDisplayPicture: PFNVIDDISPLAYCALLBACK,
    pub pfnGetOperatingPoint: PFNVIDOPPOINTCALLBACK,
    pub pvReserved2: [*mut ::std::os::raw::c_void; 6usize],
    pub pExtVideoInfo: *mut CUVIDEOFORMATEX,
}
#[allow(clippy::unnecessary_operation, clippy::identity_op)]
const _: () = {
    ["Size of CUVIDPARSERPARAMS"][::std::mem::size_of::<CUVIDPARSERPARAMS>() - 136usize];
    ["Alignment of CUVIDPARSERPARAMS"][::std::mem::align_of::<CUVIDPARSERPARAMS>() - 8usize];
    ["Offset of field: CUVIDPARSERPARAMS::CodecType"]
        [::std::mem::offset_of!(CUVIDPARSERPARAMS, CodecType) - 0usize];
    ["Offset of field: CUVIDPARSERPARAMS::ulMaxNumDecodeSurfaces"]
        [::std::mem::offset_of!(CUVIDPARSERPARAMS, ulMaxNumDecodeSurfaces) - 4usize];
    ["Offset of field: CUVIDPARSERPARAMS::ulClockRate"]
        [::std::mem::offset_of!(CUVIDPARSERPARAMS, ulClockRate) - 8usize];
    ["Offset of field: CUVIDPARSERPARAMS::ulErrorThreshold"]
        [::std::mem::offset_of!(CUVIDPARSERPARAMS, ulErrorThreshold) - 12usize];
    ["Offset of field: CUVIDPARSERPARAMS::ulMaxDisplayDelay"]
        [::std::mem::offset_of!(CUVIDPARSERPARAMS, ulMaxDisplayDelay) - 16usize];
    ["Offset of field: CUVIDPARSERPARAMS::uReserved1"]
        [::std::mem::offset_of!(CUVIDPARSERPARAMS, uReserved1) - 24usize];
    ["Offset of field: CUVIDPARSERPARAMS::pUserData"]
        [::std::mem::offset_of!(CUVIDPARSERPARAMS, pUserData) - 40usize];
    ["Offset of field: CUVIDPARSERPARAMS::pfnSequenceCallback"]
        [::std::mem::offset_of!(CUVIDPARSERPARAMS, pfnSequenceCallback) - 48usize];
    ["Offset of field: CUVIDPARSERPARAMS::pfnDecodePicture"]
        [::std::mem::offset_of!(CUVIDPARSERPARAMS, pfnDecodePicture) - 56usize];
    ["Offset of field: CUVIDPARSERPARAMS::pfnDisplayPicture"]
        [::std::mem::offset_of!(CUVIDPARSERPARAMS, pfnDisplayPicture) - 64usize];
    ["Offset of field: CUVIDPARSERPARAMS::pfnGetOperatingPoint"]
        [::std::mem::offset_of!(CUVIDPARSERPARAMS, pfnGetOperatingPoint) - 72usize];
    ["Offset of field: CUVIDPARSERPARAMS::pvReserved2"]
        [::std::mem::offset_of!(CUVIDPARSERPARAMS, pvReserved2) - 80usize];
    ["Offset of field: CUVIDPARSERPARAMS::pExtVideoInfo"]
        [::std::mem::offset_of!(CUVIDPARSERPARAMS, pExtVideoInfo) - 128usize];
};
impl Default for CUVIDPARSERPARAMS {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
impl CUVIDPARSERPARAMS {
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn bAnnexb(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<0usize, 1u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_bAnnexb(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<0usize, 1u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn bAnnexb_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<0usize, 1u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_bAnnexb_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<0usize, 1u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn uReserved(&self) -> ::std::os::raw::c_uint {
        unsafe { ::std::mem::transmute(self._bitfield_1.get_const::<1usize, 31u8>() as u32) }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn set_uReserved(&mut self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            self._bitfield_1.set_const::<1usize, 31u8>(val as u64)
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn uReserved_raw(this: *const Self) -> ::std::os::raw::c_uint {
        unsafe {
            ::std::mem::transmute(
                <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_get_const::<1usize, 31u8>(
                    ::std::ptr::addr_of!((*this)._bitfield_1),
                ) as u32,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub unsafe fn set_uReserved_raw(this: *mut Self, val: ::std::os::raw::c_uint) {
        unsafe {
            let val: u32 = ::std::mem::transmute(val);
            <__BindgenBitfieldUnit<[u8; 4usize]>>::raw_set_const::<1usize, 31u8>(
                ::std::ptr::addr_of_mut!((*this)._bitfield_1),
                val as u64,
            )
        }
    }
    #[inline]
    #[allow(unnecessary_transmutes)]
    pub fn new_bitfield_1(
        bAnnexb: ::std::os::raw::c_uint,
        uReserved: ::std::os::raw::c_uint,
    ) -> __BindgenBitfieldUnit<[u8; 4usize]> {
        let mut __bindgen_bitfield_unit: __BindgenBitfieldUnit<[u8; 4usize]> = Default::default();
        __bindgen_bitfield_unit.set_const::<0usize, 1u8>({
            let bAnnexb: u32 = unsafe { ::std::mem::transmute(bAnnexb) };
            bAnnexb as u64
        });
        __bindgen_bitfield_unit.set_const::<1usize, 31u8>({
            let uReserved: u32 = unsafe { ::std::mem::transmute(uReserved) };
            uReserved as u64
        });
        __bindgen_bitfield_unit
    }
}
pub const NV_ENC_CODEC_H264_GUID: GUID = GUID { Data1: 0x6bc82762, Data2: 0x4e63, Data3: 0x4ca4, Data4: [0xaa, 0x85, 0x1e, 0x50, 0xf3, 0x21, 0xf6, 0xbf] };
pub const NV_ENC_CODEC_HEVC_GUID: GUID = GUID { Data1: 0x790cdc88, Data2: 0x4522, Data3: 0x4d7b, Data4: [0x94, 0x25, 0xbd, 0xa9, 0x97, 0x5f, 0x76, 0x3] };
pub const NV_ENC_CODEC_PROFILE_AUTOSELECT_GUID: GUID = GUID { Data1: 0xbfd6f8e7, Data2: 0x233c, Data3: 0x4341, Data4: [0x8b, 0x3e, 0x48, 0x18, 0x52, 0x38, 0x3, 0xf4] };
pub const NV_ENC_H264_PROFILE_BASELINE_GUID: GUID = GUID { Data1: 0x727bcaa, Data2: 0x78c4, Data3: 0x4c83, Data4: [0x8c, 0x2f, 0xef, 0x3d, 0xff, 0x26, 0x7c, 0x6a] };
pub const NV_ENC_H264_PROFILE_MAIN_GUID: GUID = GUID { Data1: 0x60b5c1d4, Data2: 0x67fe, Data3: 0x4790, Data4: [0x94, 0xd5, 0xc4, 0x72, 0x6d, 0x7b, 0x6e, 0x6d] };
pub const NV_ENC_H264_PROFILE_HIGH_GUID: GUID = GUID { Data1: 0xe7cbc309, Data2: 0x4f7a, Data3: 0x4b89, Data4: [0xaf, 0x2a, 0xd5, 0x37, 0xc9, 0x2b, 0xe3, 0x10] };
pub const NV_ENC_H264_PROFILE_HIGH_444_GUID: GUID = GUID { Data1: 0x7ac663cb, Data2: 0xa598, Data3: 0x4960, Data4: [0xb8, 0x44, 0x33, 0x9b, 0x26, 0x1a, 0x7d, 0x52] };
pub const NV_ENC_H264_PROFILE_STEREO_GUID: GUID = GUID { Data1: 0x40847bf5, Data2: 0x33f7, Data3: 0x4601, Data4: [0x90, 0x84, 0xe8, 0xfe, 0x3c, 0x1d, 0xb8, 0xb7] };
pub const NV_ENC_H264_PROFILE_PROGRESSIVE_HIGH_GUID: GUID = GUID { Data1: 0xb405afac, Data2: 0xf32b, Data3: 0x417b, Data4: [0x89, 0xc4, 0x9a, 0xbe, 0xed, 0x3e, 0x59, 0x78] };
pub const NV_ENC_H264_PROFILE_CONSTRAINED_HIGH_GUID: GUID = GUID { Data1: 0xaec1bd87, Data2: 0xe85b, Data3: 0x48f2, Data4: [0x84, 0xc3, 0x98, 0xbc, 0xa6, 0x28, 0x50, 0x72] };
pub const NV_ENC_HEVC_PROFILE_MAIN_GUID: GUID = GUID { Data1: 0xb514c39a, Data2: 0xb55b, Data3: 0x40fa, Data4: [0x87, 0x8f, 0xf1, 0x25, 0x3b, 0x4d, 0xfd, 0xec] };
pub const NV_ENC_HEVC_PROFILE_MAIN10_GUID: GUID = GUID { Data1: 0xfa4d2b6c, Data2: 0x3a5b, Data3: 0x411a, Data4: [0x80, 0x18, 0x0a, 0x3f, 0x5e, 0x3c, 0x9b, 0xe5] };
pub const NV_ENC_HEVC_PROFILE_FREXT_GUID: GUID = GUID { Data1: 0x51ec32b5, Data2: 0x1b4c, Data3: 0x453c, Data4: [0x9c, 0xbd, 0xb6, 0x16, 0xbd, 0x62, 0x13, 0x41] };
pub const NV_ENC_PRESET_DEFAULT_GUID: GUID = GUID { Data1: 0xb2dfb705, Data2: 0x4ebd, Data3: 0x4c49, Data4: [0x9b, 0x5f, 0x24, 0xa7, 0x77, 0xd3, 0xe5, 0x87] };
pub const NV_ENC_PRESET_HP_GUID: GUID = GUID { Data1: 0x60e4c59f, Data2: 0xe846, Data3: 0x4484, Data4: [0xa5, 0x6d, 0xcd, 0x45, 0xbe, 0x9f, 0xdd, 0xf6] };
pub const NV_ENC_PRESET_HQ_GUID: GUID = GUID { Data1: 0x34dba71d, Data2: 0xa77b, Data3: 0x4b8f, Data4: [0x9c, 0x3e, 0xb6, 0xd5, 0xda, 0x24, 0xc0, 0x12] };
pub const NV_ENC_PRESET_BD_GUID: GUID = GUID { Data1: 0x82e3e450, Data2: 0xbdbb, Data3: 0x4e40, Data4: [0x98, 0x9c, 0x82, 0xa9, 0xd, 0xf9, 0xef, 0x32] };
pub const NV_ENC_PRESET_LOW_LATENCY_DEFAULT_GUID: GUID = GUID { Data1: 0x49df21c5, Data2: 0x6dfa, Data3: 0x4feb, Data4: [0x97, 0x87, 0x6a, 0xcc, 0x9e, 0xff, 0xb7, 0x26] };
pub const NV_ENC_PRESET_LOW_LATENCY_HQ_GUID: GUID = GUID { Data1: 0xc5f733b9, Data2: 0xea97, Data3: 0x4cf9, Data4: [0xbe, 0xc2, 0xbf, 0x78, 0xa7, 0x4f, 0xd1, 0x5] };
pub const NV_ENC_PRESET_LOW_LATENCY_HP_GUID: GUID = GUID { Data1: 0x67082a44, Data2: 0x4bad, Data3: 0x48fa, Data4: [0x98, 0xea, 0x93, 0x5, 0x6d, 0x15, 0xa, 0x58] };
pub const NV_ENC_PRESET_LOSSLESS_DEFAULT_GUID: GUID = GUID { Data1: 0xd5bfb716, Data2: 0xc604, Data3: 0x44e7, Data4: [0x9b, 0xb8, 0xde, 0xa5, 0x51, 0xf, 0xc3, 0xac] };
pub const NV_ENC_PRESET_LOSSLESS_HP_GUID: GUID = GUID { Data1: 0x149998e7, Data2: 0x2364, Data3: 0x411d, Data4: [0x82, 0xef, 0x17, 0x98, 0x88, 0x9, 0x34, 0x9] };
pub const NV_ENC_PRESET_P1_GUID: GUID = GUID { Data1: 0xfc0a8d3e, Data2: 0x45f8, Data3: 0x4cf8, Data4: [0x80, 0xc7, 0x29, 0x88, 0x71, 0x59, 0xe, 0xbf] };
pub const NV_ENC_PRESET_P2_GUID: GUID = GUID { Data1: 0xf581cfb8, Data2: 0x88d6, Data3: 0x4381, Data4: [0x93, 0xf0, 0xdf, 0x13, 0xf9, 0xc2, 0x7d, 0xab] };
pub const NV_ENC_PRESET_P3_GUID: GUID = GUID { Data1: 0x36850110, Data2: 0x3a07, Data3: 0x441f, Data4: [0x94, 0xd5, 0x36, 0x70, 0x63, 0x1f, 0x91, 0xf6] };
pub const NV_ENC_PRESET_P4_GUID: GUID = GUID { Data1: 0x90a7b826, Data2: 0xdf06, Data3: 0x4862, Data4: [0xb9, 0xd2, 0xcd, 0x6d, 0x73, 0xa0, 0x86, 0x81] };
pub const NV_ENC_PRESET_P5_GUID: GUID = GUID { Data1: 0x21c6e6b4, Data2: 0x297a, Data3: 0x4cba, Data4: [0x99, 0x8f, 0xb6, 0xcb, 0xde, 0x72, 0xad, 0xe3] };
pub const NV_ENC_PRESET_P6_GUID: GUID = GUID { Data1: 0x8e75c279, Data2: 0x6299, Data3: 0x4ab6, Data4: [0x83, 0x2, 0xb, 0x21, 0x5a, 0x33, 0x5c, 0xf5] };
pub const NV_ENC_PRESET_P7_GUID: GUID = GUID { Data1: 0x84848c12, Data2: 0x6f71, Data3: 0x4c13, Data4: [0x93, 0x1b, 0x53, 0xe2, 0x83, 0xf5, 0x79, 0x74] };
