/** What each suppression comment does, by the word behind `playbook-`; the likeliest first. */
export const commentMeanings = {
  'disable-next-line': 'Ignores rules in the next line',
  'disable': 'Ignores rules from here down to playbook-enable',
  'enable': 'Checks again what playbook-disable turned off',
  'disable-file': 'Ignores rules in this whole file',
} as const;

export type CommentAction = keyof typeof commentMeanings;

export const commentActions = Object.keys(commentMeanings) as CommentAction[];

export const commentDetails = {
  all: 'It names no rule, and so it means all of them',
} as const;
