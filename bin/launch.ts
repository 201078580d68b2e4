import { launch } from './launch/launch';
import { listenForStop } from './launch/stop-signal';

process.exit(await launch(process.argv.includes('--dev') ? 'dev' : 'start', listenForStop()));
