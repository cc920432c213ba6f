#include "textflag.h"

// The constants of cell.go, as float32.
DATA ·cellConstants+0(SB)/4, $0x409f0a3d  // 4.97
DATA ·cellConstants+4(SB)/4, $0xc09f0a3d  // -4.97
DATA ·cellConstants+8(SB)/4, $0x43bd0000  // 378
DATA ·cellConstants+12(SB)/4, $0x46875a00 // 17325
DATA ·cellConstants+16(SB)/4, $0x4803f7c0 // 135135
DATA ·cellConstants+20(SB)/4, $0x41e00000 // 28
DATA ·cellConstants+24(SB)/4, $0x4544e000 // 3150
DATA ·cellConstants+28(SB)/4, $0x4773a200 // 62370
DATA ·cellConstants+32(SB)/4, $0x3f000000 // 0.5
DATA ·cellConstants+36(SB)/4, $0x42fe0000 // 127
DATA ·cellConstants+40(SB)/4, $128
GLOBL ·cellConstants(SB), RODATA, $44

// POINTERS loads the arguments. The sums and parameters of the four gates begin
// R8 bytes apart, the kinds of parameters 4·R8; R13 is 0; AX and the others stand at the
// first gate of the cells whose turn it is, R12 at their output.
#define POINTERS \
	MOVQ fromInput_base+0(FP), AX  \
	MOVQ fromState_base+24(FP), BX \
	MOVQ parameters_base+56(FP), DX \
	MOVQ c_base+80(FP), DI         \
	MOVQ h_base+104(FP), R12       \
	MOVQ h_len+112(FP), CX         \
	XORQ R13, R13                  \
	LEAQ (CX*4), R8                \
	LEAQ (R8)(R8*2), R9            \
	LEAQ (DX)(R8*4), R10           \
	LEAQ (R10)(R8*4), R11

// GATE computes what goes into a gate: input · w · scale + state · scale + bias.
#define GATE(offset, x, t, w) \
	VCVTDQ2PS (AX)offset, x   \
	VMULPS w, x, x            \
	VMULPS (DX)offset, x, x   \
	VCVTDQ2PS (BX)offset, t   \
	VMULPS (R10)offset, t, t  \
	VADDPS t, x, x            \
	VADDPS (R11)offset, x, x

// TANH replaces x.
#define TANH(x, s, above, below) \
	VMAXPS Z17, x, x           \
	VMINPS Z16, x, x           \
	VMULPS x, x, s             \
	VADDPS Z18, s, above       \
	VMULPS s, above, above     \
	VADDPS Z19, above, above   \
	VMULPS s, above, above     \
	VADDPS Z20, above, above   \
	VMULPS Z21, s, below       \
	VADDPS Z22, below, below   \
	VMULPS s, below, below     \
	VADDPS Z23, below, below   \
	VMULPS s, below, below     \
	VADDPS Z20, below, below   \
	VMULPS x, above, above     \
	VDIVPS below, above, x

#define SIGMOID(x, s, above, below) \
	VMULPS Z24, x, x        \
	TANH(x, s, above, below) \
	VMULPS Z24, x, x        \
	VADDPS Z24, x, x

// func cellsAVX512(fromInput, fromState []int32, inputScale float32, parameters, c []float32, h []uint8)
//
// It does sixteen cells at a time.
TEXT ·cellsAVX512(SB), NOSPLIT, $0-128
	POINTERS
	VBROADCASTSS ·cellConstants+0(SB), Z16
	VBROADCASTSS ·cellConstants+4(SB), Z17
	VBROADCASTSS ·cellConstants+8(SB), Z18
	VBROADCASTSS ·cellConstants+12(SB), Z19
	VBROADCASTSS ·cellConstants+16(SB), Z20
	VBROADCASTSS ·cellConstants+20(SB), Z21
	VBROADCASTSS ·cellConstants+24(SB), Z22
	VBROADCASTSS ·cellConstants+28(SB), Z23
	VBROADCASTSS ·cellConstants+32(SB), Z24
	VBROADCASTSS ·cellConstants+36(SB), Z25
	VPBROADCASTD ·cellConstants+40(SB), Z26
	VBROADCASTSS inputScale+48(FP), Z27
	SHRQ $4, CX
	JZ   done

loop:
	GATE((R13*1), Z0, Z4, Z27)
	GATE((R8*1), Z1, Z5, Z27)
	GATE((R8*2), Z2, Z6, Z27)
	GATE((R9*1), Z3, Z7, Z27)
	SIGMOID(Z0, Z4, Z5, Z6)
	SIGMOID(Z1, Z7, Z8, Z9)
	TANH(Z2, Z10, Z11, Z12)
	SIGMOID(Z3, Z13, Z14, Z15)
	VMULPS (DI), Z1, Z1
	VMULPS Z2, Z0, Z0
	VADDPS Z0, Z1, Z1
	VMOVUPS Z1, (DI)
	TANH(Z1, Z4, Z5, Z6)
	VMULPS Z1, Z3, Z3
	VMULPS Z25, Z3, Z3
	VCVTPS2DQ Z3, Z3
	VPADDD Z26, Z3, Z3
	VPMOVDB Z3, (R12)
	ADDQ $64, AX
	ADDQ $64, BX
	ADDQ $64, DX
	ADDQ $64, R10
	ADDQ $64, R11
	ADDQ $64, DI
	ADDQ $16, R12
	DECQ CX
	JNZ  loop

done:
	VZEROUPPER
	RET

// With each constant fetched when it is needed: there are not enough registers.
#define WITH(op, constant, from, to) \
	VBROADCASTSS ·cellConstants+constant(SB), Y15 \
	op Y15, from, to

#define TANH8(x, s, above, below) \
	WITH(VMAXPS, 4, x, x)          \
	WITH(VMINPS, 0, x, x)          \
	VMULPS x, x, s                 \
	WITH(VADDPS, 8, s, above)      \
	VMULPS s, above, above         \
	WITH(VADDPS, 12, above, above) \
	VMULPS s, above, above         \
	WITH(VADDPS, 16, above, above) \
	WITH(VMULPS, 20, s, below)     \
	WITH(VADDPS, 24, below, below) \
	VMULPS s, below, below         \
	WITH(VADDPS, 28, below, below) \
	VMULPS s, below, below         \
	WITH(VADDPS, 16, below, below) \
	VMULPS x, above, above         \
	VDIVPS below, above, x

#define SIGMOID8(x, s, above, below) \
	WITH(VMULPS, 32, x, x)    \
	TANH8(x, s, above, below) \
	WITH(VMULPS, 32, x, x)    \
	VADDPS Y15, x, x

// func cellsAVX2(fromInput, fromState []int32, inputScale float32, parameters, c []float32, h []uint8)
//
// It does eight cells at a time.
TEXT ·cellsAVX2(SB), NOSPLIT, $0-128
	POINTERS
	VBROADCASTSS inputScale+48(FP), Y14
	SHRQ $3, CX
	JZ   done

loop:
	GATE((R13*1), Y0, Y4, Y14)
	GATE((R8*1), Y1, Y5, Y14)
	GATE((R8*2), Y2, Y6, Y14)
	GATE((R9*1), Y3, Y7, Y14)
	SIGMOID8(Y0, Y4, Y5, Y6)
	SIGMOID8(Y1, Y7, Y8, Y9)
	TANH8(Y2, Y10, Y11, Y12)
	SIGMOID8(Y3, Y4, Y5, Y6)
	VMULPS (DI), Y1, Y1
	VMULPS Y2, Y0, Y0
	VADDPS Y0, Y1, Y1
	VMOVUPS Y1, (DI)
	TANH8(Y1, Y4, Y5, Y6)
	VMULPS Y1, Y3, Y3
	WITH(VMULPS, 36, Y3, Y3)
	VCVTPS2DQ Y3, Y3
	WITH(VPADDD, 40, Y3, Y3)
	VEXTRACTI128 $1, Y3, X4
	VPACKSSDW X4, X3, X3
	VPACKUSWB X3, X3, X3
	VMOVQ X3, (R12)
	ADDQ $32, AX
	ADDQ $32, BX
	ADDQ $32, DX
	ADDQ $32, R10
	ADDQ $32, R11
	ADDQ $32, DI
	ADDQ $8, R12
	DECQ CX
	JNZ  loop

done:
	VZEROUPPER
	RET
