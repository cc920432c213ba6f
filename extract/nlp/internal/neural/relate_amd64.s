#include "textflag.h"

// ARGUMENTS: R9 is the length of head, R8 where it begins.
#define ARGUMENTS \
	MOVQ scores_base+0(FP), DI \
	MOVQ scores_len+8(FP), CX  \
	MOVQ acc_base+24(FP), SI   \
	MOVQ scale_base+48(FP), DX \
	MOVQ head_base+72(FP), R8  \
	MOVQ head_len+80(FP), R9   \
	TESTQ CX, CX

// FOLD adds the halves of Y0 up and stores the sum.
#define FOLD \
	VEXTRACTF128 $1, Y0, X1 \
	VADDPS X1, X0, X0       \
	VPSHUFD $0x0e, X0, X1   \
	VADDPS X1, X0, X0       \
	VPSHUFD $0x01, X0, X1   \
	VADDSS X1, X0, X0       \
	VMOVSS X0, (DI)         \
	ADDQ $4, DI

// func relateAVX512(scores []float32, acc []int32, scale, head []float32)
TEXT ·relateAVX512(SB), NOSPLIT, $0-96
	ARGUMENTS
	JZ done

score:
	VPXORD Z0, Z0, Z0
	MOVQ R8, R10
	MOVQ R9, R11
	SHRQ $4, R11
	JZ   fold

lanes:
	VCVTDQ2PS (SI), Z1
	VMULPS (DX), Z1, Z1
	VMULPS (R10), Z1, Z1
	VADDPS Z1, Z0, Z0
	ADDQ $64, SI
	ADDQ $64, DX
	ADDQ $64, R10
	DECQ R11
	JNZ  lanes

fold:
	VEXTRACTF64X4 $1, Z0, Y1
	VADDPS Y1, Y0, Y0
	FOLD
	DECQ CX
	JNZ  score

done:
	VZEROUPPER
	RET

// func relateAVX2(scores []float32, acc []int32, scale, head []float32)
TEXT ·relateAVX2(SB), NOSPLIT, $0-96
	ARGUMENTS
	JZ done

score:
	VXORPS Y0, Y0, Y0
	VXORPS Y3, Y3, Y3
	MOVQ R8, R10
	MOVQ R9, R11
	SHRQ $4, R11
	JZ   fold

lanes:
	VCVTDQ2PS (SI), Y1
	VMULPS (DX), Y1, Y1
	VMULPS (R10), Y1, Y1
	VADDPS Y1, Y0, Y0
	VCVTDQ2PS 32(SI), Y1
	VMULPS 32(DX), Y1, Y1
	VMULPS 32(R10), Y1, Y1
	VADDPS Y1, Y3, Y3
	ADDQ $64, SI
	ADDQ $64, DX
	ADDQ $64, R10
	DECQ R11
	JNZ  lanes

fold:
	VADDPS Y3, Y0, Y0
	FOLD
	DECQ CX
	JNZ  score

done:
	VZEROUPPER
	RET
