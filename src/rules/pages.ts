import type { RuleId } from '../workspace/ruleIds.ts';

/** Where the project is at home. */
export const projectPage = 'https://github.com/open-playbook/marketing-sales-playbook';

/** The page that explains a rule to marketing and sales people. */
export function rulePage(rule: RuleId): string {
  return `${projectPage}/blob/main/docs/rules/${rule}.md`;
}
