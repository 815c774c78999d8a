/** A rule of "who may import whom". Paths are from the root of the checkout, packages are written `npm:name`. */
export interface ImportRule {
  name: string;
  why: string;
  forbids(from: string, to: string): boolean;
}

const isTest = (path: string) => /\.test\.tsx?$|^(test|e2e)\/|\/testing\/|\/testing\.ts$/.test(path);
const isOwn = (path: string) => !/^(npm|node|missing):/.test(path);
const isIn = (path: string, ...folders: string[]) => folders.some((folder) => path.startsWith(`${folder}/`));
/** The folder of lib a file is in, such as `invoice`; undefined for files that lie in lib itself. */
const libFolder = (path: string) => /^lib\/([^/]+)\//.exec(path)?.[1];
const kernel = 'event-sourcing';

const frameworks = /^npm:(next|react|react-dom|pg|drizzle-orm|server-only)(\/|$)/;

export const importRules: ImportRule[] = [
  {
    name: 'lib-is-pure',
    why: 'lib runs on the server, in the browser and in tests: no Node, no framework, no database',
    forbids: (from, to) =>
      isIn(from, 'lib') && !isTest(from) && (to.startsWith('node:') || frameworks.test(to)),
  },
  {
    name: 'lib-stands-alone',
    why: 'lib knows nothing of the rest of the project',
    forbids: (from, to) => isIn(from, 'lib') && isOwn(to) && !isIn(to, 'lib'),
  },
  {
    name: 'kernel-knows-no-domain',
    why: 'lib/event-sourcing serves every workflow and imports nothing of ours',
    forbids: (from, to) =>
      libFolder(from) === kernel && !isTest(from) && isOwn(to) && libFolder(to) !== kernel,
  },
  {
    name: 'workflows-are-strangers',
    why: 'a workflow imports the kernel and shared lib files, never another workflow',
    forbids: (from, to) => {
      const [mine, theirs] = [libFolder(from), libFolder(to)];
      if (!mine || !theirs || mine === kernel || theirs === kernel) return false;
      return mine !== theirs;
    },
  },
  {
    name: 'only-the-registry-lists-workflows',
    why: 'shared lib files serve every workflow; only lib/workflows.ts and lib/record-places.ts name them',
    forbids: (from, to) => {
      const registries = ['lib/workflows.ts', 'lib/record-places.ts'];
      const isShared = isIn(from, 'lib') && !libFolder(from) && !registries.includes(from);
      return isShared && !isTest(from) && libFolder(to) !== undefined && libFolder(to) !== kernel;
    },
  },
  {
    name: 'db-imports-lib-only',
    why: 'the database layer knows the rules, not the pages',
    forbids: (from, to) => isIn(from, 'db') && isIn(to, 'app', 'components', 'scripts', 'e2e'),
  },
  {
    name: 'components-take-props',
    why: 'components show what they are given; data and actions reach them as props or through one hook',
    forbids: (from, to) => isIn(from, 'components') && isIn(to, 'app', 'db', 'scripts', 'e2e'),
  },
  {
    name: 'shared-components-know-no-workflow',
    why: 'components/ui serves every page, components/history and components/shell every workflow',
    forbids: (from, to) => {
      const shared = ['components/ui', 'components/history', 'components/shell'];
      // As in the kernel, a test takes its records from one.
      if (!isIn(from, ...shared) || isTest(from)) return false;
      const isWorkflow = libFolder(to) !== undefined && libFolder(to) !== kernel;
      return isWorkflow || (isIn(to, 'components') && /^components\/.+\//.test(to) && !isIn(to, ...shared));
    },
  },
  {
    name: 'primitives-know-no-history',
    why: 'components/ui are primitives',
    forbids: (from, to) =>
      isIn(from, 'components/ui') &&
      (isIn(to, 'components/history', 'components/shell') || libFolder(to) === kernel),
  },
  {
    name: 'app-is-not-a-script',
    why: 'the app does not need what starts it',
    forbids: (from, to) => isIn(from, 'app') && isIn(to, 'scripts', 'e2e'),
  },
  {
    name: 'tests-stay-out',
    why: 'what runs in production imports no test and no test helper',
    forbids: (from, to) =>
      isIn(from, 'app', 'components', 'db', 'lib') && !isTest(from) && isOwn(to) && isTest(to),
  },
  {
    name: 'leads-somewhere',
    why: 'the file does not exist',
    forbids: (_, to) => to.startsWith('missing:'),
  },
  {
    name: 'named-after-its-subject',
    why: 'a file is named after what it does',
    forbids: (_, to) => isOwn(to) && /(^|\/)(utils?|helpers?|misc|common)\.tsx?$/.test(to),
  },
];
