import type { PlaybookView } from '../workspace/fileView.ts';
import type { Documents } from './documents.ts';
import { TimeSlice } from './timeSlice.ts';

/** Views of all playbooks below a folder, in the order of their URIs: most of them have to be read again for it. */
export async function allViews({ index }: Documents, folder = ''): Promise<PlaybookView[]> {
  const views: PlaybookView[] = [];
  const slice = new TimeSlice();
  slice.begin();
  for (const uri of index.playbookUris()) {
    const view = uri.startsWith(folder) ? index.playbookView(uri) : undefined;
    if (view) views.push(view);
    await slice.pause();
  }
  return views;
}
