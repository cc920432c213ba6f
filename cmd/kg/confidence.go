package main

import (
	"fmt"

	"github.com/urfave/cli/v2"
)

const minConfidenceFlag = "min-confidence"

// confidenceFlag is --min-confidence: how sure what is printed, such as "only
// facts", must be.
func confidenceFlag(printed string) cli.Flag {
	return &cli.Float64Flag{
		Name: minConfidenceFlag, Usage: printed + " at least as sure as `SHARE`, from 0 to 1",
		Action: func(_ *cli.Context, share float64) error {
			if share >= 0 && share <= 1 {
				return nil
			}
			return usage(fmt.Errorf("--%s %v is not between 0 and 1", minConfidenceFlag, share), "for example --"+minConfidenceFlag+" 0.7")
		},
	}
}
