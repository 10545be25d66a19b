export { default as encodeQR } from 'qr';
