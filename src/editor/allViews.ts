import type { PlaybookView } from '../workspace/fileView.ts';
import type { Documents } from './documents.ts';
import { inSlices } from './timeSlice.ts';
import { whileReading } from './inProgress.ts';

/** Views of all playbooks below a folder, in the order of their URIs: of many, most have to be read again for it. */
export function allViews(documents: Documents, folder = ''): Promise<PlaybookView[]> {
  return whileReading(readViews(documents, folder));
}

async function readViews({ index }: Documents, folder: string): Promise<PlaybookView[]> {
  const views: PlaybookView[] = [];
  for await (const uri of inSlices(index.playbookUris())) {
    const view = uri.startsWith(folder) ? index.playbookView(uri) : undefined;
    if (view) views.push(view);
  }
  return views;
}
