/** A sentence for the user as a template and its arguments, so that an editor can translate it before filling it in. */
export interface Message {
  /** English text with `{name}` where an argument goes. */
  readonly template: string;
  readonly args: MessageArgs;
}

export type MessageArgs = Readonly<Record<string, string | number>>;

export function message(template: string, args: MessageArgs = {}): Message {
  return { template, args };
}

/** The sentence with its arguments filled in; a placeholder without an argument stays as it is. */
export function formatMessage({ template, args }: Message): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(args, name) ? String(args[name]) : whole,
  );
}
