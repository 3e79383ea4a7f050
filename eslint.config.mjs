import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/**
 * Which folder may import which. The direction keeps the parts that describe AWS free of the parts that
 * read files and start processes: main -> stacks -> modules -> cdktf, and config imports nothing of ours.
 */
const directions = [
  {
    target: './modules',
    from: ['./config', './stacks', './cli', './local', './main.ts'],
    message: 'modules take plain props: they know no stage, no file and no stack',
  },
  {
    target: './config',
    from: ['./modules', './stacks', './cli', './local', './main.ts'],
    message: 'config is data and rules only',
  },
  {
    target: './stacks',
    from: ['./cli', './local', './main.ts'],
    message: 'stacks wire modules; tools look at what they synthesise',
  },
  {
    target: './cli',
    from: ['./modules', './stacks', './main.ts'],
    message: 'the CLI reads config and synthesised output, never constructs',
  },
  {
    target: './local',
    from: ['./config', './modules', './stacks', './cli', './main.ts'],
    message: 'the local cloud only sees AWS calls',
  },
];

/** All of the provider at once, under any of its names. */
const barrel = {
  regex: '^@cdktf/provider-aws(/lib(/index(\\.js)?)?)?$',
  message:
    'import @cdktf/provider-aws/lib/<resource>: the barrel loads 2,200 modules and costs seconds and half a gigabyte',
};

/** Only main, stacks and modules are made of constructs. */
const constructs = {
  regex: '^(cdktf|constructs|@cdktf/.*)$',
  message: 'only main, stacks and modules know constructs',
};

/** Why code must not ask where its file is. */
const moved = 'synth.cjs makes one script of everything: this names another place then';

export default tseslint.config(
  { ignores: ['cdktf.out/', '.state/', '.lz/', 'coverage/', 'node_modules/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: directions }],
      'no-restricted-imports': ['error', { patterns: [barrel] }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['config/**/*.ts', 'cli/**/*.ts', 'local/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [barrel, constructs] }] },
  },
  {
    files: ['main.ts', 'config/**/*.ts', 'stacks/**/*.ts', 'modules/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['__dirname', '__filename'].map((name) => ({ name, message: moved })),
      ],
    },
  },
  {
    files: ['**/*.cjs', '**/*.mjs'],
    languageOptions: {
      globals: {
        require: 'readonly',
        module: 'writable',
        process: 'readonly',
        console: 'readonly',
        __dirname: 'readonly',
      },
    },
  },
  prettier,
);
