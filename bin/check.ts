import { runCheck } from './check/run-check';

const { status, output, complaint } = runCheck(
  process.argv.slice(2),
  process.env['INIT_CWD'] ?? process.cwd(),
);
if (complaint !== '') console.error(complaint);
if (output !== '') console.log(output);
process.exitCode = status;
