package main

import (
	"github.com/spf13/cobra"
)

func newCompletionCommand(a *app) *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Print the completion script of a shell",
		Long: `Print the script by which a shell completes commands, flags, and the names that
are in the store. SHELL is bash, zsh, fish or powershell.` + exitHelp(exitOK, exitError, exitUsage),
		Example: `  source <(dossier completion bash)
  dossier completion zsh > "${fpath[1]}/_dossier"
  dossier completion fish > ~/.config/fish/completions/dossier.fish`,
		GroupID:   groupHelp,
		ValidArgs: shells,
		Args:      arguments(1, 1, "the shell (bash, zsh, fish or powershell)"),
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(a.stdout, true)
			case "zsh":
				return root.GenZshCompletion(a.stdout)
			case "fish":
				return root.GenFishCompletion(a.stdout, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(a.stdout)
			}
			return oneOf("the shell", args[0], shells...)
		},
	}
}
