#include "textflag.h"

// A panel is 64 rows: for each four columns, 4 bytes of every row, 256 bytes.
// Vectors hold unsigned bytes, 128 more than they stand for; the correction,
// with which the sums begin, takes that back.

// func panelVNNI(acc []int32, panel []int8, correction []int32, x []uint8)
//
// Even and odd columns have sums of their own, so that no instruction waits
// for the one before it. The number of columns is a multiple of eight.
TEXT ·panelVNNI(SB), NOSPLIT, $0-96
	MOVQ acc_base+0(FP), DI
	MOVQ panel_base+24(FP), SI
	MOVQ panel_len+32(FP), CX
	MOVQ correction_base+48(FP), DX
	MOVQ x_base+72(FP), R8
	VMOVDQU32 0(DX), Z0
	VMOVDQU32 64(DX), Z1
	VMOVDQU32 128(DX), Z2
	VMOVDQU32 192(DX), Z3
	VPXORD Z4, Z4, Z4
	VPXORD Z5, Z5, Z5
	VPXORD Z6, Z6, Z6
	VPXORD Z7, Z7, Z7
	SHRQ $9, CX
	JZ   done

loop:
	VPBROADCASTD 0(R8), Z8
	VPBROADCASTD 4(R8), Z9
	VPDPBUSD 0(SI), Z8, Z0
	VPDPBUSD 64(SI), Z8, Z1
	VPDPBUSD 128(SI), Z8, Z2
	VPDPBUSD 192(SI), Z8, Z3
	VPDPBUSD 256(SI), Z9, Z4
	VPDPBUSD 320(SI), Z9, Z5
	VPDPBUSD 384(SI), Z9, Z6
	VPDPBUSD 448(SI), Z9, Z7
	ADDQ $512, SI
	ADDQ $8, R8
	DECQ CX
	JNZ  loop

done:
	VPADDD Z4, Z0, Z0
	VPADDD Z5, Z1, Z1
	VPADDD Z6, Z2, Z2
	VPADDD Z7, Z3, Z3
	VMOVDQU32 Z0, 0(DI)
	VMOVDQU32 Z1, 64(DI)
	VMOVDQU32 Z2, 128(DI)
	VMOVDQU32 Z3, 192(DI)
	VZEROUPPER
	RET

#define TIMES_VECTOR(x, a, b, c, d) \
	VPBROADCASTD (x), Z20 \
	VPDPBUSD Z16, Z20, a \
	VPDPBUSD Z17, Z20, b \
	VPDPBUSD Z18, Z20, c \
	VPDPBUSD Z19, Z20, d \
	ADDQ $4, x

#define STORE(a, b, c, d) \
	VMOVDQU32 a, 0(DI) \
	VMOVDQU32 b, 64(DI) \
	VMOVDQU32 c, 128(DI) \
	VMOVDQU32 d, 192(DI) \
	ADDQ BX, DI

// func panel4VNNI(acc []int32, accStride int, panel []int8, correction []int32, x []uint8, stride int)
TEXT ·panel4VNNI(SB), NOSPLIT, $0-112
	MOVQ acc_base+0(FP), DI
	MOVQ accStride+24(FP), BX
	MOVQ panel_base+32(FP), SI
	MOVQ panel_len+40(FP), CX
	MOVQ correction_base+56(FP), DX
	MOVQ x_base+80(FP), R8
	MOVQ stride+104(FP), AX
	SHLQ $2, BX
	LEAQ (R8)(AX*1), R9
	LEAQ (R9)(AX*1), R10
	LEAQ (R10)(AX*1), R11
	VMOVDQU32 0(DX), Z0
	VMOVDQU32 64(DX), Z1
	VMOVDQU32 128(DX), Z2
	VMOVDQU32 192(DX), Z3
	VMOVDQA32 Z0, Z4
	VMOVDQA32 Z1, Z5
	VMOVDQA32 Z2, Z6
	VMOVDQA32 Z3, Z7
	VMOVDQA32 Z0, Z8
	VMOVDQA32 Z1, Z9
	VMOVDQA32 Z2, Z10
	VMOVDQA32 Z3, Z11
	VMOVDQA32 Z0, Z12
	VMOVDQA32 Z1, Z13
	VMOVDQA32 Z2, Z14
	VMOVDQA32 Z3, Z15
	SHRQ $8, CX
	JZ   done

loop:
	VMOVDQU32 0(SI), Z16
	VMOVDQU32 64(SI), Z17
	VMOVDQU32 128(SI), Z18
	VMOVDQU32 192(SI), Z19
	TIMES_VECTOR(R8, Z0, Z1, Z2, Z3)
	TIMES_VECTOR(R9, Z4, Z5, Z6, Z7)
	TIMES_VECTOR(R10, Z8, Z9, Z10, Z11)
	TIMES_VECTOR(R11, Z12, Z13, Z14, Z15)
	ADDQ $256, SI
	DECQ CX
	JNZ  loop

done:
	STORE(Z0, Z1, Z2, Z3)
	STORE(Z4, Z5, Z6, Z7)
	STORE(Z8, Z9, Z10, Z11)
	STORE(Z12, Z13, Z14, Z15)
	VZEROUPPER
	RET

// TIMES adds to sum what eight rows give: |x| times the weights with the sign of
// x. Two products of at most 127·127 fit the 16 bits in which VPMADDUBSW adds
// them; 255·127 would not.
#define TIMES(offset, sum) \
	VMOVDQU offset(SI), Y12 \
	VPSIGNB Y9, Y12, Y12 \
	VPMADDUBSW Y12, Y10, Y12 \
	VPMADDWD Y11, Y12, Y12 \
	VPADDD Y12, sum, sum

// func panelAVX2(acc []int32, panel []int8, correction []int32, x []uint8)
//
// It takes the 128 off the vector, and so has no use for the correction.
TEXT ·panelAVX2(SB), NOSPLIT, $0-96
	MOVQ acc_base+0(FP), DI
	MOVQ panel_base+24(FP), SI
	MOVQ panel_len+32(FP), CX
	MOVQ x_base+72(FP), R8
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3
	VPXOR Y4, Y4, Y4
	VPXOR Y5, Y5, Y5
	VPXOR Y6, Y6, Y6
	VPXOR Y7, Y7, Y7
	VPCMPEQW Y11, Y11, Y11
	VPSRLW $15, Y11, Y11 // sixteen ones
	VPCMPEQB Y13, Y13, Y13
	VPABSB Y13, Y13
	VPSLLW $7, Y13, Y13 // 128 in every byte
	SHRQ $8, CX
	JZ   done

loop:
	VPBROADCASTD (R8), Y9
	VPXOR Y13, Y9, Y9
	VPABSB Y9, Y10
	TIMES(0, Y0)
	TIMES(32, Y1)
	TIMES(64, Y2)
	TIMES(96, Y3)
	TIMES(128, Y4)
	TIMES(160, Y5)
	TIMES(192, Y6)
	TIMES(224, Y7)
	ADDQ $256, SI
	ADDQ $4, R8
	DECQ CX
	JNZ  loop

done:
	VMOVDQU Y0, 0(DI)
	VMOVDQU Y1, 32(DI)
	VMOVDQU Y2, 64(DI)
	VMOVDQU Y3, 96(DI)
	VMOVDQU Y4, 128(DI)
	VMOVDQU Y5, 160(DI)
	VMOVDQU Y6, 192(DI)
	VMOVDQU Y7, 224(DI)
	VZEROUPPER
	RET
