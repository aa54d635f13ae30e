"""Speed and accuracy against peers. Figures are ratios against a peer measured in the same run."""
