import { ServiceError } from '../aws-error';

export function mwaaValidation(message: string): ServiceError {
  return new ServiceError({ code: 'ValidationException', message });
}

export function mwaaNotFound(message: string): ServiceError {
  return new ServiceError({ code: 'ResourceNotFoundException', status: 404, message });
}
