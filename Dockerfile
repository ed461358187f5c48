# Builds the packages, the compressed static files and the compiled code. The image gets these, not the build tools.
FROM python:3.11-slim-bookworm AS builder
WORKDIR /archive
COPY requirements.txt .
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.txt
COPY . .
RUN SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(50))')" ALLOWED_HOSTS=localhost \
    ARCHIVE_ENV=production DATA_DIR=/tmp/data /venv/bin/python manage.py collectstatic --no-input \
    && python -m compileall -q .

FROM python:3.11-slim-bookworm
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 ARCHIVE_ENV=production DATA_DIR=/data
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin archive \
    && install --directory --owner=archive --mode=0700 /data
COPY --from=builder /venv /venv
COPY --from=builder /archive /archive
WORKDIR /archive
USER 10001
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["python", "-m", "decisions.operations.container", "health"]
ENTRYPOINT ["python", "-m", "decisions.operations.container", "start"]
