import path from 'node:path';

/** Files that a cloud writes its logs to. */
export interface CloudLogs {
  /** Everything moto prints: requests and tracebacks. */
  readonly moto: string;
  /** The calls that could not be served, one a line. */
  readonly calls: string;
  /** What the daemon itself prints: empty unless something is wrong. */
  readonly daemon: string;
}

export function logsOf(folder: string): CloudLogs {
  return {
    moto: path.join(folder, 'moto.log'),
    calls: path.join(folder, 'calls.log'),
    daemon: path.join(folder, 'daemon.log'),
  };
}

/** PEM file with the certificate that a cloud's clients trust. */
export function certificatePath(folder: string): string {
  return path.join(folder, 'ca.pem');
}

/** Folder that cdktf synthesises into and deploys from in the cloud. */
export function outputFolder(folder: string): string {
  return path.join(folder, 'cdktf.out');
}

/** Folder of the local Terraform state: where `../../../.state` leads from a stack's folder in the output. */
export function stateFolder(folder: string): string {
  return path.join(folder, '.state');
}
