/** The calendar day of a moment where the user is, `YYYY-MM-DD`. */
export function localDay(moment = new Date()): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
