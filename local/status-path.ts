/** Path on the proxy's own address where a cloud tells how it is. */
export const STATUS_PATH = '/local-cloud/status';
