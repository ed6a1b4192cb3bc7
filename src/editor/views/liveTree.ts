import * as vscode from 'vscode';
import type { MoreNode, TaskNode } from '../../responsibilities/nodes.ts';
import type { FileTasks, TaskItem } from '../../responsibilities/taskItem.ts';
import { TaskStore } from '../../responsibilities/taskStore.ts';
import { ResponsibilityTree, type Changes } from '../../responsibilities/tree.ts';
import { isRosterName } from '../../workspace/files.ts';
import type { Documents } from '../documents.ts';
import { TimeSlice } from '../timeSlice.ts';
import { onNextDay, today } from '../today.ts';
import type { ViewState } from './viewState.ts';

/** Changes that come closer together than this, in milliseconds, are shown together. */
const PAUSE = 20;

/** Keeps a tree in step with the documents: file by file, in slices, so that no change of a roster holds anybody up. */
export class LiveTree implements vscode.Disposable {
  readonly store = new TaskStore();
  readonly #documents: Documents;
  readonly #state: ViewState;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<Changes>();
  readonly #disposables: { dispose(): unknown }[];
  readonly #waiting = new Set<string>();
  #tree: ResponsibilityTree;
  #run: Promise<void> | undefined;
  #isReady = false;
  #needsRosters = true;
  #wasRebuilt = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(documents: Documents, state: ViewState, log: vscode.LogOutputChannel) {
    this.#documents = documents;
    this.#state = state;
    this.#log = log;
    this.#tree = this.#newTree();
    this.#disposables = [
      this.#changed,
      documents.onDidChange((uris) => {
        this.#absorb(uris);
      }),
      state.onDidChange(() => {
        if (!this.#isCurrent()) this.#rebuild();
      }),
      onNextDay(() => {
        this.#rebuild();
      }),
    ];
  }

  get tree(): ResponsibilityTree {
    return this.#tree;
  }

  /** Settles when every playbook of the workspace is in the tree. */
  async whenReady(): Promise<void> {
    await this.#documents.whenReady();
    while (this.#run) await this.#run;
    if (this.#isReady) return;
    this.#isReady = true;
    // Nobody has seen anything yet: there is nothing to draw again.
    this.#tree.takeChanges();
  }

  /** The task as its text stands at this moment; undefined when it is gone. */
  current(item: TaskItem): TaskItem | undefined {
    const { uri } = item.file.playbook;
    if (this.#waiting.delete(uri)) this.#take(uri);
    return this.store.item(item.key);
  }

  showMore(node: MoreNode): void {
    this.#tree.showMore(node.parent);
    this.#emit();
  }

  /** Shows as much as it takes to see a task. */
  unfold(node: TaskNode): void {
    this.#tree.unfold(node);
    this.#emit();
  }

  dispose(): void {
    this.#waiting.clear();
    clearTimeout(this.#timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #newTree(): ResponsibilityTree {
    const { groupBy, filter, showDone } = this.#state;
    return new ResponsibilityTree({ groupBy, filter, showDone, today: today(), me: this.#me() });
  }

  #me(): string | undefined {
    return this.#state.groupBy === 'me' ? this.#state.me : undefined;
  }

  #isCurrent(): boolean {
    const [state, shown] = [this.#state, this.#tree.options];
    return (
      shown.groupBy === state.groupBy &&
      shown.filter === state.filter &&
      shown.showDone === state.showDone &&
      shown.me === this.#me()
    );
  }

  #absorb(uris: readonly vscode.Uri[]): void {
    for (const uri of uris) {
      this.#waiting.add(uri.toString());
      this.#needsRosters ||= isRosterName(uri.path);
    }
    this.#start();
  }

  #rebuild(): void {
    this.#tree = this.#newTree();
    this.#needsRosters = true;
    this.#wasRebuilt = true;
    for (const file of this.store.files()) this.#waiting.add(file.playbook.uri);
    this.#start();
  }

  #start(): void {
    this.#run ??= this.#work()
      .catch((error: unknown) => {
        this.#log.error('Cannot group the tasks', error);
      })
      .finally(() => {
        this.#run = undefined;
        if (this.#waiting.size > 0) this.#start();
        this.#schedule();
      });
  }

  async #work(): Promise<void> {
    const slice = new TimeSlice();
    await slice.next();
    for (const uri of this.#waiting) {
      this.#waiting.delete(uri);
      this.#take(uri);
      await slice.pause();
    }
    if (this.#needsRosters) {
      this.#needsRosters = false;
      const { index } = this.#documents;
      this.#tree.setRosters(index.rosterUris().map((uri) => index.rosterAt(uri)));
    }
  }

  #take(uri: string): void {
    const before = this.store.file(uri);
    if (this.store.set(uri, this.#documents.index.summary(uri)))
      this.#holdTicked(before, this.store.file(uri));
    this.#tree.setFile(uri, this.store.file(uri));
    this.#schedule();
  }

  /** However a task was ticked, its row stays for now: by its box, a key, a menu, or in the text. */
  #holdTicked(before: FileTasks | undefined, after: FileTasks | undefined): void {
    if (!before || !after || this.#state.showDone) return;
    const open = new Set(before.items.filter((i) => !i.task.done).map((i) => i.key));
    for (const item of after.items) if (item.task.done && open.has(item.key)) this.#tree.hold(item);
  }

  /** Lets go of the rows that were ticked: somebody is busy with something else now. */
  release(): void {
    for (const uri of this.#tree.release()) {
      this.#tree.setFile(uri, this.store.file(uri));
      this.#schedule();
    }
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => {
      this.#emit();
    }, PAUSE);
  }

  #emit(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    // What is half built would make the view jump: it is shown once it is whole.
    if (!this.#isReady || (this.#wasRebuilt && this.#run)) return;
    const changes = this.#tree.takeChanges();
    const root = changes.root || this.#wasRebuilt;
    this.#wasRebuilt = false;
    if (root || changes.nodes.length > 0) this.#changed.fire({ ...changes, root });
  }
}
