import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const PURE =
  'text,schema,annotation,evidence,adjudication,quotes,suggestions,report,interchange,contract,policy,history';
const TESTS = ['**/*.test.ts', '**/*.test.tsx', 'e2e/**'];

const unsaid = [
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: 'Text from people is text: build elements from it.',
  },
];

const impure = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the time as an argument.',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Take the time as an argument.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Take the randomness as an argument.',
  },
];

const careless = [
  {
    selector:
      'MemberExpression[property.name=/^(skip|only|todo|fixme)$/][object.name=/^(test|it|describe|suite)$/]',
    message: 'A test that does not run shows nothing.',
  },
  {
    selector: "MemberExpression[property.name='waitForTimeout']",
    message: 'Wait for what is to happen, not for time to pass.',
  },
];

/** What a pure room cannot know of: the browser, the process, time. */
const OUTSIDE = [
  ...['window', 'document', 'navigator', 'location', 'localStorage', 'indexedDB', 'fetch', 'crypto'],
  ...['process', 'Buffer', 'performance', 'setTimeout', 'setInterval', 'queueMicrotask', 'console'],
];

export default defineConfig(
  globalIgnores(['.next*/', '.galley/', 'lib/store/generated/', 'test-results/', 'next-env.d.ts']),
  // What is refused is mended, not excused.
  { linterOptions: { noInlineConfig: true } },
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', ...unsaid],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // React takes async handlers, and so does every listener whose promise has nobody to wait for it.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    files: [`lib/{${PURE}}/**`],
    ignores: TESTS,
    rules: {
      'no-restricted-globals': ['error', ...OUTSIDE],
      'no-restricted-syntax': ['error', ...unsaid, ...impure],
    },
  },
  {
    files: ['app/**'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    // Concerns the React compiler, which is not in use.
    rules: { 'react-hooks/incompatible-library': 'off' },
  },
  {
    files: TESTS,
    rules: {
      'no-restricted-syntax': ['error', ...unsaid, ...careless], // A stand-in is as async as what it stands for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  // The few plain JavaScript files: read before there is a compiler, or by tools.
  { files: ['**/*.{js,mjs,cjs}'], extends: [tseslint.configs.disableTypeChecked] },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
