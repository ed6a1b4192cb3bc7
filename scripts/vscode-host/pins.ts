/** A package of the npm registry, pinned to one version and to the hash of its tarball. */
export interface Pin {
  readonly name: string;
  readonly version: string;
  /** Subresource integrity of the tarball, as in package-lock.json. */
  readonly integrity: string;
}

/** VS Code 1.139.1: the unmodified workbench and extension host under `lib/vscode`. */
export const CODE_SERVER: Pin = {
  name: 'code-server',
  version: '4.139.1',
  integrity:
    'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
};

/** Headless Chromium 153 for Linux x64 with the shared libraries that a bare system lacks. */
export const CHROMIUM: Pin = {
  name: '@sparticuz/chromium',
  version: '153.0.0',
  integrity:
    'sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==',
};

/** A proportional and a fixed-width font: a bare system has none, and pages would show no text at all. */
export const FONTS: Pin = {
  name: 'dejavu-fonts-ttf',
  version: '2.37.3',
  integrity:
    'sha512-f1hd7jJbeQa1VWcw+K2KrTXS50zTMaHpVC4XIKJpNcDeYR5ajMtj/iLlQDYNvLOKamUB3ARVVCf79lNwNVztSQ==',
};
