/** What each suppression comment does, by the word behind `playbook-`; the likeliest first. */
export const commentMeanings = {
  'disable-next-line': 'Silences rules in the line below',
  'disable': 'Silences rules from here on, down to playbook-enable',
  'enable': 'Lets rules speak again that playbook-disable has silenced',
  'disable-file': 'Silences rules in this whole file',
} as const;

export type CommentAction = keyof typeof commentMeanings;

export const commentActions = Object.keys(commentMeanings) as CommentAction[];

export const commentDetails = {
  all: 'It names no rule, and so it means all of them',
} as const;
