package neural

import "golang.org/x/sys/cpu"

// fastest returns the quickest kernels that this machine can run.
// GODEBUG=cpu.avx512vnni=off,cpu.avx2=off leaves the portable ones.
func fastest() *kernels {
	switch x := &cpu.X86; {
	case x.HasAVX512F && x.HasAVX512BW && x.HasAVX512VL && x.HasAVX512VNNI:
		return &vnni
	case x.HasAVX2:
		return &avx2
	}
	return &portable
}

var (
	vnni = kernels{panel: panelVNNI, panel4: panel4VNNI, cells: cellsAVX512, relate: relateAVX512}
	avx2 = kernels{panel: panelAVX2, cells: cellsAVX2, relate: relateAVX2}
)

//go:noescape
func panelVNNI(acc []int32, panel []int8, correction []int32, x []uint8)

//go:noescape
func panel4VNNI(acc []int32, accStride int, panel []int8, correction []int32, x []uint8, stride int)

//go:noescape
func panelAVX2(acc []int32, panel []int8, correction []int32, x []uint8)

//go:noescape
func cellsAVX512(fromInput, fromState []int32, inputScale float32, parameters, c []float32, h []uint8)

//go:noescape
func cellsAVX2(fromInput, fromState []int32, inputScale float32, parameters, c []float32, h []uint8)

//go:noescape
func relateAVX512(scores []float32, acc []int32, scale, head []float32)

//go:noescape
func relateAVX2(scores []float32, acc []int32, scale, head []float32)
