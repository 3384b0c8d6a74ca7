/** Who may import whom. The picture is in ARCHITECTURE.md; keep both in step. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  comment: `${from} may import only: ${allowed.join(', ') || 'nothing'}`,
  from: { path: `^packages/${from}/`, pathNot: '\\.test\\.ts$|/test/' },
  to: { path: '^packages/', pathNot: [from, ...allowed].map((name) => `^packages/${name}/`) },
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('domain-imports-nothing', 'domain', []),
    only('report-files-imports-domain', 'report-files', ['domain']),
    only('cli-imports', 'cli', ['domain', 'report-files']),
    {
      name: 'domain-has-no-dependency',
      comment: 'ADR-0004: the text diff library is the one exception.',
      severity: 'error',
      from: { path: '^packages/domain/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'core'], pathNot: 'node_modules/diff/' },
    },
    {
      name: 'no-relative-into-other-package',
      severity: 'error',
      comment: 'Another package is reached by its name, never by its path.',
      from: { path: '^packages/([^/]+)/' },
      to: { path: '^packages/', pathNot: '^packages/$1/', dependencyTypes: ['local'] },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: { pathNot: '\\.test\\.ts$|/test/' },
      to: { path: '\\.test\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'fixtures|/dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'], extensions: ['.ts', '.js', '.json'] },
  },
};
