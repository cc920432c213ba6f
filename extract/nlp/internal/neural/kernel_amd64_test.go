package neural

import "golang.org/x/sys/cpu"

// assembled are the kernels besides the portable ones that this machine can run.
func assembled() map[string]*kernels {
	sets := make(map[string]*kernels)
	if cpu.X86.HasAVX2 {
		sets["AVX2"] = &avx2
	}
	if cpu.X86.HasAVX512VNNI && cpu.X86.HasAVX512BW && cpu.X86.HasAVX512VL {
		sets["VNNI"] = &vnni
	}
	return sets
}
