import { absolutePath, isWithin } from './paths.ts';

/**
 * The folder that paths in a pull request are relative to. GitHub wants them from the repository's root, which is not
 * the current folder in a job with a working directory.
 */
export function baseFolder(cwd: string, env: Readonly<Record<string, string | undefined>>): string {
  const checkout = env['GITHUB_WORKSPACE'];
  if (checkout === undefined || checkout === '') return cwd;
  const root = absolutePath(cwd, checkout);
  return isWithin(root, cwd) ? root : cwd;
}
